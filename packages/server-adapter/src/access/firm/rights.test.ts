import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Tx } from '../../sql/database.ts';
import { acceptInvitation, mailedToken } from '../../testing/accept.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import { testSystem } from '../../testing/system.ts';

const password = 'four green herons by the lake';

/** A client of Daniel's who has chosen a password and is signed in. */
async function begin(portal: TestPortal) {
  const { firm } = portal;
  const daniel = await firm.addStaff('Daniel Okafor');
  const person = await firm.admin.firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
  await firm.addCase({ team: [daniel], clients: [person] });
  const browser = await acceptInvitation(portal, person, password);
  return { daniel, ana: { ...person, browser } };
}

forEachDatabase((_, database) => {
  it('is for who answers for a client, and of colleagues for admins; never by a key', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, ana } = await begin(portal);
    const mia = await portal.firm.addStaff('Mia Chen');
    await portal.firm.addCase({ team: [mia] });
    const acts = ['get', 'disable', 'enable', 'reset'] as const;
    const ofPeople = await testSystem(portal, ['people']);
    for (const act of acts) {
      await assert.rejects(mia.firm.access[act]({ id: ana.id }), failsWith('forbidden'));
      await assert.rejects(ofPeople.access[act]({ id: ana.id }), failsWith('forbidden'));
      await assert.rejects(daniel.firm.access[act]({ id: mia.id }), failsWith('forbidden'));
    }
    const ofCases = await testSystem(portal, ['people', 'cases']);
    await assert.rejects(ofCases.access.disable({ id: mia.id }), failsWith('forbidden'));
    await ofCases.access.disable({ id: ana.id });
    await ofCases.access.enable({ id: ana.id });
    await portal.firm.admin.firm.access.disable({ id: mia.id });
    await assert.rejects(mia.firm.cases.list(), failsWith('auth.expired'));
    await portal.firm.admin.firm.access.enable({ id: mia.id });
    const token = await mailedToken(portal, mia.email);
    await portal.firm.visitor().portal.invitations.look({ token });
  });

  it('lets nobody shut themselves out, nor the last admin, also when two shut each other out', async () => {
    const portal = await createTestPortal({ database });
    const { admin } = portal.firm;
    await assert.rejects(admin.firm.access.disable({ id: admin.id }), (error: any) => {
      assert.deepEqual([error.code, error.issues[0].code], ['conflict', 'own']);
      return true;
    });
    await assert.rejects(admin.firm.access.reset({ id: admin.id }), failsWith('conflict'));
    await admin.firm.access.get({ id: admin.id });
    for (let round = 0; round < 3; round++) {
      const firm = await portal.addFirm(`seaside${round}`);
      const two = await firm.addStaff('Two', 'admin');
      const results = await Promise.allSettled([
        firm.admin.firm.access.disable({ id: two.id }),
        two.firm.access.disable({ id: firm.admin.id }),
      ]);
      assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
      const left = await portal.database.kysely
        .selectFrom('people')
        .where('firm_id', '=', firm.id)
        .where('access', '=', 'active')
        .select('id')
        .execute();
      assert.equal(left.length, 1);
    }
  });

  it('keeps an admin also when who shuts the last one out has just ceased to be one', async () => {
    const portal = await createTestPortal({ database });
    const { admin, addStaff } = portal.firm;
    const two = await addStaff('Two', 'admin');
    const demote = (tx: Tx) =>
      tx.updateTable('people').set({ role: 'attorney' }).where('id', '=', two.id).execute();
    const late = meanwhile(portal, () => two.firm.access.disable({ id: admin.id }), demote);
    await assert.rejects(late, failsWith('forbidden'));
    await admin.firm.people.list();
  });

  it('tells who may come in, since when, and on how many browsers', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, ana } = await begin(portal);
    const at = portal.clock().toISOString();
    portal.clock.pass(60);
    const access = await daniel.firm.access.get({ id: ana.id });
    assert.deepEqual(access, {
      state: 'active',
      invitation: null,
      lastSignInAt: at,
      secondFactor: false,
      secondFactorRequired: false,
      sessions: 1,
    });
    const strict = await portal.addFirm('seaside', { settings: { secondFactor: 'everybody' } });
    const bo = await strict.addClient('Bo Lind');
    assert.equal((await strict.admin.firm.access.get({ id: bo.id })).secondFactorRequired, true);
    portal.clock.pass(1800);
    const later = await portal.firm.signIn(daniel);
    assert.equal((await later.firm.access.get({ id: ana.id })).sessions, 0);
  });
});
