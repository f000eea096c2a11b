import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation, mailedToken } from '../testing/accept.ts';
import { setUpApp } from '../testing/app.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  it('are for admins, who change what they name and leave the rest', async () => {
    const portal = await createTestPortal({ database });
    const { admin } = portal.firm;
    const attorney = await portal.firm.addStaff();
    await assert.rejects(attorney.firm.settings.get(), failsWith('forbidden'));
    await assert.rejects(attorney.firm.settings.update({ safety: true }), failsWith('forbidden'));
    const before = await admin.firm.settings.get();
    assert.equal(before.idleMinutes, 30);
    const after = await admin.firm.settings.update({ idleMinutes: 20, lockedFields: ['name'] });
    assert.deepEqual(after, { ...before, idleMinutes: 20, lockedFields: ['name'] });
    assert.deepEqual(await admin.firm.settings.get(), after);
  });

  it('hold from the next request on', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const { admin } = portal.firm;
    assert.equal((await ana.portal.firm.get()).safety, null);
    await admin.firm.settings.update({ safety: true, exitUrl: 'https://www.example.org/', idleMinutes: 10 });
    assert.deepEqual((await ana.portal.firm.get()).safety, { exitUrl: 'https://www.example.org/' });
    assert.equal((await ana.portal.session.get()).idleSeconds, 600);
    portal.clock.pass(600);
    await assert.rejects(ana.portal.session.get(), failsWith('auth.expired'));
  });

  it('are written down, what nobody changed is not', async () => {
    const portal = await createTestPortal({ database });
    const { admin } = portal.firm;
    await admin.firm.settings.update({ secondFactor: 'everybody', lockedFields: [], idleMinutes: 30 });
    const rows = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'firm.changed')
      .select(['data', 'actor_id'])
      .execute();
    assert.deepEqual(
      rows.map(({ data, actor_id }) => [JSON.parse(data), actor_id]),
      [[{ fields: ['secondFactor'], secondFactor: 'everybody' }, admin.id]],
    );
  });

  it('ask those who are in for a second factor on their next request, and let those who have one go on', async () => {
    const portal = await createTestPortal({ database });
    const { admin } = portal.firm;
    const [attorney, careful] = [await portal.firm.addStaff(), await portal.firm.addStaff('Bea Ode')];
    const ana = await portal.firm.addClient();
    await setUpApp(portal, careful);
    await admin.firm.settings.update({ secondFactor: 'staff' });
    await assert.rejects(attorney.firm.cases.list(), failsWith('auth.incomplete'));
    await assert.rejects(admin.firm.cases.list(), failsWith('auth.incomplete'));
    await careful.firm.cases.list();
    await ana.portal.cases.list();
    const { stage, expiresAt } = await attorney.portal.session.get();
    assert.equal(stage, 'enrol');
    assert.equal(Date.parse(expiresAt) - portal.clock().getTime(), 600_000);
    // What they were doing goes on once they have one.
    for (const person of [attorney, admin]) {
      await setUpApp(portal, person);
      await person.firm.cases.list();
    }
    await admin.firm.settings.update({ secondFactor: 'everybody' });
    await assert.rejects(ana.portal.cases.list(), failsWith('auth.incomplete'));
    await attorney.firm.cases.list();
  });

  it('let the first admin in by a second factor, on a firm as the command line makes it', async () => {
    const portal = await createTestPortal({ database });
    const firm = await portal.addFirm('seaside', { settings: { secondFactor: 'staff' } });
    const visitor = firm.visitor();
    const token = await mailedToken(portal, firm.admin.email);
    const look = await visitor.portal.invitations.look({ token });
    assert.equal(look.passwordMinimum, 8);
    const begun = await visitor.portal.invitations.accept({ token, password: 'k7#mQ2xv' });
    assert.deepEqual([begun.stage, begun.sections, begun.factors], ['enrol', [], ['password']]);
    await assert.rejects(visitor.firm.people.list(), failsWith('auth.incomplete'));
    assert.equal((await visitor.portal.factors.list()).required, true);
    const { app } = await setUpApp(portal, visitor);
    assert.equal((await visitor.portal.session.get()).stage, 'complete');
    await visitor.firm.people.list();
    const again = firm.visitor();
    const { email } = firm.admin;
    assert.equal((await again.portal.session.create({ email, password: 'k7#mQ2xv' })).stage, 'second-factor');
    assert.equal((await again.portal.session.confirmCode({ code: app.code() })).stage, 'complete');
    await again.firm.people.list();
  });

  it('leave a password that is all there is at fifteen characters', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const browser = await acceptInvitation(portal, ana, password);
    assert.equal((await browser.portal.profile.get()).passwordMinimum, 15);
    await setUpApp(portal, browser);
    assert.equal((await browser.portal.profile.get()).passwordMinimum, 8);
  });
});
