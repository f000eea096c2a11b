import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

forEachDatabase((_, database) => {
  it('F13: goes from the first password to the bookmark, sees for itself what it can, and then is gone', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const browser = await acceptInvitation(portal, ana, 'lighthouse kettle gravel');
    const daniel = await portal.firm.addStaff();
    const { id } = await portal.firm.addCase({ team: [daniel], clients: [ana] });
    const done = async () => {
      const { items } = await browser.portal.checklist.get();
      return Object.fromEntries(items.map((item) => [item.key, item.done]));
    };
    assert.deepEqual(await done(), { password: true, status: false, tasks: false, bookmark: false });
    assert.deepEqual((await browser.portal.dashboard.get()).checklist, await browser.portal.checklist.get());

    const { revision } = await browser.portal.cases.get({ id });
    await browser.portal.notifications.seen({ type: 'case', id, revision });
    assert.equal((await done())['status'], true);
    await Promise.all([
      browser.portal.checklist.tick({ what: 'tasks' }),
      browser.portal.checklist.tick({ what: 'bookmark' }),
    ]);
    const { finished } = await browser.portal.checklist.get();
    assert.equal(finished, true);
    assert.equal((await browser.portal.dashboard.get()).checklist, null);
  });

  it('does not speak of a password to somebody who comes in without one', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const keys = async (one: Pick<typeof ana, 'portal'>) =>
      (await one.portal.checklist.get()).items.map(({ key }) => key);
    assert.deepEqual(await keys(ana), ['status', 'tasks', 'bookmark']);
    const browser = await acceptInvitation(portal, ana, 'lighthouse kettle gravel');
    assert.deepEqual(await keys(browser), ['password', 'status', 'tasks', 'bookmark']);
  });

  it('F78: asks for nothing that the portal of this firm does not have', async () => {
    const portal = await createTestPortal({ database });
    const firm = await portal.addFirm('seaside', { settings: { sections: ['dashboard'] } });
    const ana = await firm.addClient();
    const { items } = await ana.portal.checklist.get();
    assert.deepEqual(
      items.map(({ key }) => key),
      ['tasks', 'bookmark'],
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
