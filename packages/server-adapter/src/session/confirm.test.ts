import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';
import type { Tx } from '../sql/database.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { withApp } from '../testing/with-app.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  const withPassword = async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    return { portal, ana, browser: await acceptInvitation(portal, ana, password) };
  };

  it('asks for a fresh proof after ten minutes, and takes the password for one', async () => {
    const { portal, browser } = await withPassword();
    portal.clock.pass(600);
    await browser.portal.factors.startTotp();
    portal.clock.pass(1);
    await assert.rejects(browser.portal.factors.startTotp(), failsWith('auth.step-up'));
    const wrong = browser.portal.session.confirmPassword({ password: 'not the password' });
    await assert.rejects(wrong, failsWith('auth.failed'));
    await assert.rejects(browser.portal.factors.startTotp(), failsWith('auth.step-up'));
    await browser.portal.session.confirmPassword({ password });
    await browser.portal.factors.startTotp();
    portal.clock.pass(601);
    await assert.rejects(browser.portal.factors.startTotp(), failsWith('auth.step-up'));
  });

  it('takes no password for a proof where there is a second factor', async () => {
    const { portal, browser, app } = await withApp(database, password);
    portal.clock.pass(601);
    const { factors, session } = browser.portal;
    await assert.rejects(factors.newRecoveryCodes(), failsWith('auth.step-up'));
    await assert.rejects(session.confirmPassword({ password }), failsWith('conflict'));
    await assert.rejects(factors.newRecoveryCodes(), failsWith('auth.step-up'));
    await session.confirmCode({ code: app.code() });
    await factors.newRecoveryCodes();
  });

  it('takes a passkey for a proof', async () => {
    const { portal, browser } = await withPassword();
    const phone = new TestAuthenticator({ origin: portal.firm.origin });
    const { factors, session } = browser.portal;
    await assert.rejects(session.passkeyOptions(), failsWith('conflict'));
    const { options } = await factors.startPasskey();
    await factors.addPasskey({ name: 'My phone', response: phone.create(options) });
    portal.clock.pass(601);
    await assert.rejects(factors.newRecoveryCodes(), failsWith('auth.step-up'));
    const asked = (await session.passkeyOptions()).options;
    await session.confirmPasskey({ response: phone.get(asked) });
    await factors.newRecoveryCodes();
  });

  it('keeps the end of a session where it was, however often it is proved', async () => {
    const { portal, browser } = await withPassword();
    const { expiresAt } = await browser.portal.session.get();
    for (let proof = 0; proof < 47; proof++) {
      portal.clock.pass(900);
      const session = await browser.portal.session.confirmPassword({ password });
      assert.equal(session.expiresAt, expiresAt);
    }
    portal.clock.pass(899);
    await browser.portal.session.get();
    portal.clock.pass(1);
    await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
  });

  it('counts twelve hours from when signing in began', async () => {
    const { portal, app, halfIn } = await withApp(database, password);
    const browser = await halfIn();
    const began = portal.clock().getTime();
    assert.equal(Date.parse(browser.session.expiresAt) - began, 600_000);
    portal.clock.pass(300);
    const { expiresAt } = await browser.portal.session.confirmCode({ code: app.code() });
    assert.equal(Date.parse(expiresAt) - began, 12 * 3_600_000);
  });

  it('is no way back for a session that ended, or a person who is shut out, meanwhile', async () => {
    const { portal, ana, app, halfIn } = await withApp(database, password);
    const browser = await halfIn();
    portal.clock.pass(600);
    const late = browser.portal.session.confirmCode({ code: app.code() });
    await assert.rejects(late, failsWith('auth.expired'));
    const other = await halfIn();
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', ana.id).execute(),
    );
    const shut = other.portal.session.confirmCode({ code: app.code() });
    await assert.rejects(shut, failsWith('auth.expired'));
  });

  it('is none for a session that ends, or a person who is shut out, while the code waits for its turn', async () => {
    const { portal, ana, app, halfIn } = await withApp(database, password);
    const ends: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.deleteFrom('sessions').where('person_id', '=', ana.id).execute(),
      (tx) => tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', ana.id).execute(),
    ];
    for (const end of ends) {
      const browser = await halfIn();
      const late = meanwhile(portal, () => browser.portal.session.confirmCode({ code: app.code() }), end);
      await assert.rejects(late, failsWith('auth.expired'));
    }
  });

  it('writes down who showed what, in whose session or in nobody’s name', async () => {
    const { portal, ana, browser, app, halfIn } = await withApp(database, password);
    const from = await seqOf(portal);
    await (await halfIn()).portal.session.confirmCode({ code: app.code() });
    portal.clock.pass(60);
    await assert.rejects(browser.portal.session.confirmCode({ code: '000000' }), failsWith('code.wrong'));
    await browser.portal.session.confirmCode({ code: app.code() });
    const rows = await portal.database.kysely
      .selectFrom('journal')
      .where('seq', '>', from)
      .orderBy('seq')
      .select(['verb', 'data', 'actor_id', 'subject_id'])
      .execute();
    assert.deepEqual(
      rows.map(({ verb, data, actor_id }) => [verb, JSON.parse(data), actor_id === ana.id]),
      [
        ['session.begun', { method: 'password' }, true],
        ['session.opened', { method: 'totp' }, true],
        ['code.refused', {}, false],
        ['session.proved', { method: 'totp' }, true],
      ],
    );
    assert.ok(rows.every(({ subject_id }) => subject_id === ana.id));
  });
});

async function seqOf({ database, firm }: Awaited<ReturnType<typeof createTestPortal>>): Promise<number> {
  const { seq } = await database.kysely
    .selectFrom('journal_heads')
    .where('firm_id', '=', firm.id)
    .select('seq')
    .executeTakeFirstOrThrow();
  return seq;
}
