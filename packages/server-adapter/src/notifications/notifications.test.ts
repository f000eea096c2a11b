import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../ids.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

async function withNews(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana] });
  const thread = await daniel.firm.threads.start({
    caseId,
    recipientIds: [ana.id],
    subject: 'Welcome',
    body: 'Hello',
  });
  const event = await daniel.firm.events.create({
    caseId,
    kind: 'other',
    title: 'Hearing',
    startsOn: '2026-04-01',
  });
  await daniel.firm.shares.create({ type: 'event', id: event.id, personId: ana.id });
  await portal.server.settle();
  return { firm, ana, daniel, caseId, thread, event };
}

forEachDatabase((_, database) => {
  it('counts what has news per section, for clients and for staff', async () => {
    const { ana, daniel } = await withNews(await createTestPortal({ database }));
    assert.deepEqual(await ana.portal.notifications.counts(), { cases: 1, inbox: 1, calendar: 1 });
    assert.deepEqual(await daniel.portal.notifications.counts(), { cases: 1, inbox: 0, calendar: 0 });
  });

  it('lists news with what they are about, latest first', async () => {
    const { ana, caseId, thread, event } = await withNews(await createTestPortal({ database }));
    const { items } = await ana.portal.notifications.list();
    assert.deepEqual(
      items.map(({ kind, subject, caseId: of, unseen }) => [kind, subject, of, unseen]),
      [
        ['event.shared', { type: 'event', id: event.id, title: 'Hearing' }, caseId, true],
        ['message.sent', { type: 'thread', id: thread.id, title: 'Welcome' }, caseId, true],
        ['case.shared', { type: 'case', id: caseId, title: 'Petition for residence' }, caseId, true],
      ],
    );
    const first = await ana.portal.notifications.list({ limit: 2 });
    const second = await ana.portal.notifications.list({ limit: 2, cursor: first.next! });
    assert.deepEqual([...first.items, ...second.items], items);
  });

  it('clears the bubble of an item that was looked at, and no other', async () => {
    const { ana, thread } = await withNews(await createTestPortal({ database }));
    const { revision } = await ana.portal.threads.get({ id: thread.id });
    const seen = { type: 'thread', id: thread.id, revision } as const;
    const left = { cases: 1, inbox: 0, calendar: 1 };
    assert.deepEqual(await ana.portal.notifications.seen(seen), left);
    assert.deepEqual(await ana.portal.notifications.counts(), left);
    const { items } = await ana.portal.notifications.list();
    assert.deepEqual(
      items.map(({ kind, unseen }) => [kind, unseen]),
      [
        ['event.shared', true],
        ['message.sent', false],
        ['case.shared', true],
      ],
    );
    assert.deepEqual(await ana.portal.notifications.seen({ ...seen, revision: 0 }), left);
  });

  it('loses the news of an item that is taken back', async () => {
    const { ana, daniel, event } = await withNews(await createTestPortal({ database }));
    await daniel.firm.shares.end({ type: 'event', id: event.id, personId: ana.id });
    const { items } = await ana.portal.notifications.list();
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['message.sent', 'case.shared'],
    );
    assert.equal((await ana.portal.notifications.counts()).calendar, 0);
  });

  it('knows no item that the viewer does not see, nor one that cannot be', async () => {
    const { firm, ana, caseId, thread } = await withNews(await createTestPortal({ database }));
    const bo = await firm.addClient('Bo Lind');
    const see = (type: 'case' | 'thread' | 'event', id: string) =>
      bo.portal.notifications.seen({ type, id, revision: 1 });
    await assert.rejects(see('case', caseId), failsWith('not-found'));
    await assert.rejects(see('thread', thread.id), failsWith('not-found'));
    await assert.rejects(see('event', newId('event')), failsWith('not-found'));
    await assert.rejects(see('case', 'no id at all\u0000'), failsWith('not-found'));
    await assert.rejects(see('event', caseId), failsWith('not-found'));
    assert.equal((await ana.portal.notifications.counts()).cases, 1);
  });

  it('puts the first look at an item on record, and only the first', async () => {
    const portal = await createTestPortal({ database });
    const { ana, thread } = await withNews(portal);
    const look = () =>
      ana.portal.notifications.seen({ type: 'thread', id: thread.id, revision: Number.MAX_SAFE_INTEGER });
    await look();
    await look();
    const rows = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'thread.seen')
      .select(['actor_id', 'subject_id'])
      .execute();
    assert.deepEqual(
      rows.map((row) => [row.actor_id, row.subject_id]),
      [[ana.id, thread.id]],
    );
  });
});
