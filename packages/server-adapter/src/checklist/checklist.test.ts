import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

forEachDatabase((_, database) => {
  it('F13: goes from the first password to the bookmark, sees for itself what it can, and then is gone', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const daniel = await portal.firm.addStaff();
    const { id } = await portal.firm.addCase({ team: [daniel], clients: [ana] });
    const done = async () => {
      const { items } = await ana.portal.checklist.get();
      return Object.fromEntries(items.map((item) => [item.key, item.done]));
    };
    assert.deepEqual(await done(), { password: true, status: false, tasks: false, bookmark: false });
    assert.deepEqual((await ana.portal.dashboard.get()).checklist, await ana.portal.checklist.get());

    const { revision } = await ana.portal.cases.get({ id });
    await ana.portal.notifications.seen({ type: 'case', id, revision });
    assert.equal((await done())['status'], true);
    await Promise.all([
      ana.portal.checklist.tick({ what: 'tasks' }),
      ana.portal.checklist.tick({ what: 'bookmark' }),
    ]);
    const { finished } = await ana.portal.checklist.get();
    assert.equal(finished, true);
    assert.equal((await ana.portal.dashboard.get()).checklist, null);
  });

  it('F78: asks for nothing that the portal of this firm does not have', async () => {
    const portal = await createTestPortal({ database });
    const firm = await portal.addFirm('seaside', { settings: { sections: ['dashboard'] } });
    const ana = await firm.addClient();
    const { items } = await ana.portal.checklist.get();
    assert.deepEqual(
      items.map(({ key }) => key),
      ['password', 'tasks', 'bookmark'],
    );
  });

  it('can be put away, by the person and for nobody else', async () => {
    const portal = await createTestPortal({ database });
    const [ana, bo] = [await portal.firm.addClient('Ana Silva'), await portal.firm.addClient('Bo Lind')];
    assert.equal((await ana.portal.checklist.tick({ what: 'all' })).finished, true);
    await ana.portal.checklist.tick({ what: 'all' });
    assert.equal((await bo.portal.checklist.get()).finished, false);
    const entries = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'person.ticked')
      .select('seq')
      .execute();
    assert.equal(entries.length, 1);
  });

  it('ticks nothing that it sees for itself', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const wrong = ana.portal.checklist.tick({ what: 'status' as 'all' });
    await assert.rejects(wrong, failsWith('request.invalid'));
  });
});
