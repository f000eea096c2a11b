import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TestAuthenticator } from '../../testing/authenticator.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { withApp } from '../../testing/with-app.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  it('lets somebody in again who has lost all: by their password, everywhere anew, and they are told', async () => {
    const { portal, ana, browser, app, recoveryCodes, halfIn } = await withApp(database, password);
    const phone = new TestAuthenticator({ origin: portal.firm.origin });
    const { options } = await browser.portal.factors.startPasskey();
    await browser.portal.factors.addPasskey({ name: 'Phone', response: phone.create(options) });
    const waiting = await halfIn();
    const { access } = portal.firm.admin.firm;
    assert.equal((await access.get({ id: ana.id })).secondFactor, true);

    const after = await access.removeFactors({ id: ana.id });
    assert.deepEqual([after.state, after.secondFactor, after.sessions], ['active', false, 0]);
    for (const one of [browser, waiting])
      await assert.rejects(one.portal.session.get(), failsWith('auth.expired'));
    const fresh = await halfIn();
    assert.equal(fresh.session.stage, 'complete');
    for (const code of [app.code(), recoveryCodes[0]!])
      await assert.rejects(fresh.portal.session.confirmCode({ code }), failsWith('code.wrong'));
    const { session } = portal.firm.visitor().portal;
    const asked = (await session.passkeySignInOptions()).options;
    await assert.rejects(session.passkeySignIn({ response: phone.get(asked) }), failsWith('auth.failed'));
    await portal.server.settle();
    const told = portal.mails.filter(({ subject }) => /a second step was removed/.test(subject));
    assert.deepEqual(
      told.map(({ to }) => to),
      [ana.email],
    );
    await assert.rejects(access.removeFactors({ id: ana.id }), failsWith('conflict'));
  });

  it('is for admins who have just shown who they are, and not for their own', async () => {
    const { portal, ana } = await withApp(database, password);
    const { admin } = portal.firm;
    const attorney = await portal.firm.addStaff();
    await portal.firm.addCase({ team: [attorney], clients: [ana] });
    await attorney.firm.access.get({ id: ana.id });
    await assert.rejects(attorney.firm.access.removeFactors({ id: ana.id }), failsWith('forbidden'));
    await assert.rejects(admin.firm.access.removeFactors({ id: admin.id }), failsWith('conflict'));
    portal.clock.pass(601);
    await assert.rejects(admin.firm.access.removeFactors({ id: ana.id }), failsWith('auth.step-up'));
    await (await portal.firm.signIn(admin)).firm.access.removeFactors({ id: ana.id });
  });
});
