import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Tx } from '../sql/database.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { testSystem } from '../testing/system.ts';

const add = { name: 'Bo Lind', email: 'bo@people.example' };

forEachDatabase((_, database) => {
  it('G4: does nothing in the name of somebody whose session ended while the request waited', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff();
    const end = (tx: Tx) => tx.deleteFrom('sessions').where('person_id', '=', daniel.id).execute();
    const late = meanwhile(portal, () => daniel.firm.people.create(add), end);
    await assert.rejects(late, failsWith('auth.expired'));
    // The control: it waits, and is done.
    const mia = await portal.firm.addStaff();
    await meanwhile(
      portal,
      () => mia.firm.people.create(add),
      async () => {},
    );
    const { items } = await mia.firm.people.list({ kind: 'client' });
    assert.equal(items.length, 1);
  });

  it('G4: nor by a key that was revoked while the request waited', async () => {
    const portal = await createTestPortal({ database });
    const system = await testSystem(portal, ['people']);
    const revoke = (tx: Tx) => tx.updateTable('api_keys').set({ revoked_at: tx.at }).execute();
    const late = meanwhile(portal, () => system.people.create(add), revoke);
    await assert.rejects(late, failsWith('auth.expired'));
    const { items } = await portal.firm.admin.firm.people.list({ kind: 'client' });
    assert.deepEqual(items, []);
  });

  it('G4: nor by a session that has to show a second factor since', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff();
    const hold = (tx: Tx) =>
      tx.updateTable('sessions').set({ stage: 'enrol' }).where('person_id', '=', daniel.id).execute();
    const late = meanwhile(portal, () => daniel.firm.people.create(add), hold);
    await assert.rejects(late, failsWith('auth.incomplete'));
    const { items } = await portal.firm.admin.firm.people.list({ kind: 'client' });
    assert.deepEqual(items, []);
  });

  it('G4: nor by the role that somebody had when the request began to wait', async () => {
    const portal = await createTestPortal({ database });
    const mia = await portal.firm.addStaff('Mia Chen', 'admin');
    const demote = (tx: Tx) =>
      tx.updateTable('people').set({ role: 'staff' }).where('id', '=', mia.id).execute();
    const late = meanwhile(
      portal,
      () => mia.firm.people.create({ ...add, kind: 'staff', role: 'admin' }),
      demote,
    );
    await assert.rejects(late, failsWith('forbidden'));
    const { items } = await portal.firm.admin.firm.people.list({ kind: 'staff' });
    assert.equal(items.length, 2);
  });
});
