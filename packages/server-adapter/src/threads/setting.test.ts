/** A firm without messages, or one that only writes itself. */
import assert from 'node:assert/strict';
import { afterEach, it, mock } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { toJson } from '../sql/json.ts';

async function withThread(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana] });
  const start = { caseId, subject: 'Welcome', body: 'Hello' };
  const thread = await daniel.firm.threads.start({ ...start, recipientIds: [ana.id] });
  await portal.server.settle();
  const set = async (messages: 'off' | 'firm-only') => {
    const settings = { sections: ['dashboard', 'cases', 'inbox'], idleMinutes: 30, messages };
    await portal.database.transaction((tx) =>
      tx
        .updateTable('firms')
        .set({ settings: toJson(settings) })
        .where('id', '=', firm.id)
        .execute(),
    );
    // The server remembers a firm for a few seconds; these are over.
    const now = performance.now() + 60_000;
    mock.method(performance, 'now', () => now);
  };
  return { ana, daniel, start, thread, set };
}

forEachDatabase((_, database) => {
  afterEach(() => mock.restoreAll());

  it('mentions no conversation anywhere at a firm without messages', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, start, thread, set } = await withThread(portal);
    const { id } = thread;
    const lists = async () => ({
      inbox: (await ana.portal.notifications.counts()).inbox,
      news: (await ana.portal.notifications.list()).items.filter(({ subject }) => subject.type === 'thread')
        .length,
      activity: (await ana.portal.activity.list()).items.filter(({ kind }) => kind === 'message.sent').length,
      actions: (await ana.portal.dashboard.get()).actionCount,
      ofCase: (await ana.portal.cases.get({ id: start.caseId })).actions.length,
    });
    assert.deepEqual(await lists(), { inbox: 1, news: 1, activity: 1, actions: 1, ofCase: 1 });

    await set('off');
    assert.deepEqual(await lists(), { inbox: 0, news: 0, activity: 0, actions: 0, ofCase: 0 });
    const { threads, messages, notifications } = ana.portal;
    await assert.rejects(threads.list(), failsWith('not-found'));
    await assert.rejects(threads.get({ id }), failsWith('not-found'));
    await assert.rejects(messages.list({ id }), failsWith('not-found'));
    await assert.rejects(messages.reply({ id, body: 'Hello' }), failsWith('not-found'));
    await assert.rejects(threads.start({ ...start, recipientIds: [daniel.id] }), failsWith('not-found'));
    await assert.rejects(notifications.seen({ type: 'thread', id, revision: 1 }), failsWith('not-found'));

    // The firm keeps what was written, and writes what nobody could read no more.
    assert.equal((await daniel.firm.messages.list({ id })).items.length, 1);
    await assert.rejects(daniel.firm.messages.reply({ id, body: 'Hello' }), failsWith('forbidden'));
    await assert.rejects(
      daniel.firm.threads.start({ ...start, recipientIds: [ana.id] }),
      failsWith('forbidden'),
    );
  });

  it('lets clients read and not write where only the firm writes', async () => {
    const { ana, daniel, start, thread, set } = await withThread(await createTestPortal({ database }));
    assert.equal((await ana.portal.cases.recipients({ id: start.caseId })).items.length, 1);
    await set('firm-only');
    const { id } = thread;
    await daniel.firm.messages.reply({ id, body: 'One more thing' });
    assert.equal((await ana.portal.messages.list({ id })).items.length, 2);
    assert.equal((await ana.portal.notifications.counts()).inbox, 1);
    assert.deepEqual(await ana.portal.cases.recipients({ id: start.caseId }), { items: [] });
    await assert.rejects(ana.portal.messages.reply({ id, body: 'Hello' }), failsWith('forbidden'));
    await assert.rejects(
      ana.portal.threads.start({ ...start, recipientIds: [daniel.id] }),
      failsWith('forbidden'),
    );
  });
});
