import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../ids.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

/** Ana's case, with Daniel and Rosa as its team; Sid works at the firm, but not on this. */
async function withCase(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const rosa = await firm.addStaff('Rosa Vidal', 'staff');
  const sid = await firm.addStaff('Sid Moss');
  const { id } = await firm.addCase({ team: [daniel, rosa], clients: [ana] });
  const start = (values: object = {}) =>
    ana.portal.threads.start({
      caseId: id,
      recipientIds: [daniel.id],
      subject: 'A question',
      body: 'When will we hear?',
      ...values,
    });
  return { firm, ana, daniel, rosa, sid, id, start };
}

forEachDatabase((_, database) => {
  it('starts a conversation between a client and exactly those whom they checked', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, rosa, id, start } = await withCase(portal);
    await portal.server.settle();
    const before = portal.mails.length;
    const thread = await start();
    const [client, attorney] = [
      { id: ana.id, name: 'Ana Silva', side: 'client' },
      { id: daniel.id, name: 'Daniel Okafor', side: 'firm' },
    ];
    assert.deepEqual(thread, {
      id: thread.id,
      caseId: id,
      caseTitle: 'Petition for residence',
      subject: 'A question',
      snippet: 'When will we hear?',
      lastAuthor: client,
      lastMessageAt: '2026-03-03T15:00:00.000Z',
      messageCount: 1,
      unseen: false,
      participants: [client, attorney],
      revision: thread.revision,
    });
    assert.equal((await daniel.firm.threads.get({ id: thread.id })).unseen, true);
    await assert.rejects(rosa.firm.threads.get({ id: thread.id }), failsWith('not-found'));
    await assert.rejects(portal.firm.admin.firm.threads.get({ id: thread.id }), failsWith('not-found'));

    await portal.server.settle();
    assert.deepEqual(
      portal.mails.slice(before).map(({ to }) => to),
      [daniel.email],
    );
    assert.deepEqual(await daniel.portal.notifications.counts(), { cases: 1, inbox: 1, calendar: 0 });
    assert.equal((await rosa.portal.notifications.counts()).inbox, 0);
  });

  it('writes to nobody when one recipient does not work on the case, and says which', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, sid, start } = await withCase(portal);
    const bo = await portal.firm.addClient('Bo Lind');
    const stranger = await (await portal.addFirm('seaside')).addStaff('Sven Dahl');
    for (const wrong of [sid.id, bo.id, ana.id, stranger.id, newId('person')]) {
      await assert.rejects(start({ recipientIds: [daniel.id, wrong] }), (error: unknown) => {
        failsWith('recipients.outside-case')(error);
        const { issues } = error as { issues: { path: unknown }[] };
        assert.deepEqual(
          issues.map(({ path }) => path),
          [['recipientIds', 1]],
        );
        return true;
      });
    }
    assert.deepEqual((await daniel.firm.threads.list()).items, []);
    assert.equal((await start({ recipientIds: [daniel.id, daniel.id] })).participants.length, 2);
  });

  it('does not offer colleagues whose access the firm has shut', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id, start } = await withCase(portal);
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', daniel.id).execute(),
    );
    const { items } = await ana.portal.cases.recipients({ id });
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Rosa Vidal'],
    );
    await assert.rejects(start(), failsWith('recipients.outside-case'));
  });

  it('starts nothing in a case that the client does not see', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, id } = await withCase(portal);
    const bo = await portal.firm.addClient('Bo Lind');
    for (const caseId of [id, newId('case')]) {
      await assert.rejects(
        bo.portal.threads.start({ caseId, recipientIds: [daniel.id], subject: 'Hello', body: 'Hello' }),
        failsWith('not-found'),
      );
    }
  });

  it('lets everybody in a conversation answer, and nobody else', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, rosa, start } = await withCase(portal);
    const { id } = await start();
    const answer = await daniel.firm.messages.reply({ id, body: 'In May,\nwe think.' });
    assert.deepEqual(answer.author, { id: daniel.id, name: 'Daniel Okafor', side: 'firm' });
    await ana.portal.messages.reply({ id, body: 'Thank you!' });
    await assert.rejects(rosa.firm.messages.reply({ id, body: 'Me too' }), failsWith('not-found'));
    const bo = await portal.firm.addClient('Bo Lind');
    await assert.rejects(bo.portal.messages.reply({ id, body: 'Me too' }), failsWith('not-found'));
    await assert.rejects(bo.portal.messages.list({ id }), failsWith('not-found'));

    const { items } = await ana.portal.messages.list({ id });
    assert.deepEqual(
      items.map(({ body }) => body),
      ['Thank you!', 'In May,\nwe think.', 'When will we hear?'],
    );
    assert.deepEqual(items[1], answer);
    assert.equal((await daniel.firm.threads.get({ id })).messageCount, 3);
  });

  it('marks a conversation unseen for everybody but the author, until they look', async () => {
    const { ana, daniel, start } = await withCase(await createTestPortal({ database }));
    const { id } = await start();
    await daniel.firm.messages.reply({ id, body: 'In May.' });
    const mine = await ana.portal.threads.get({ id });
    assert.equal(mine.unseen, true);
    assert.equal((await ana.portal.notifications.counts()).inbox, 1);

    const after = await ana.portal.notifications.seen({ type: 'thread', id, revision: mine.revision });
    assert.equal(after.inbox, 0);
    await ana.portal.messages.reply({ id, body: 'Thank you!' });
    assert.equal((await ana.portal.threads.get({ id })).unseen, false);
    assert.equal((await daniel.firm.threads.get({ id })).unseen, true);
  });

  it('keeps unseen what came after the revision that was on the screen', async () => {
    const { ana, daniel, start } = await withCase(await createTestPortal({ database }));
    const { id } = await start();
    await daniel.firm.messages.reply({ id, body: 'In May.' });
    const { revision } = await ana.portal.threads.get({ id });
    await daniel.firm.messages.reply({ id, body: 'No, in June.' });
    await ana.portal.notifications.seen({ type: 'thread', id, revision });
    assert.equal((await ana.portal.threads.get({ id })).unseen, true);
  });

  it('gives pages of messages, latest first, that stay as they are while others are written', async () => {
    const { ana, daniel, start } = await withCase(await createTestPortal({ database }));
    const { id } = await start({ body: '1' });
    for (const body of ['2', '3', '4', '5']) await daniel.firm.messages.reply({ id, body });
    const bodies = ({ items }: { items: { body: string }[] }) => items.map(({ body }) => body).join('');

    const first = await ana.portal.messages.list({ id, limit: 2 });
    assert.equal(bodies(first), '54');
    await daniel.firm.messages.reply({ id, body: '6' });
    const second = await ana.portal.messages.list({ id, limit: 2, cursor: first.next! });
    assert.equal(bodies(second), '32');
    const third = await ana.portal.messages.list({ id, limit: 2, cursor: second.next! });
    assert.equal(bodies(third), '1');
    assert.equal(third.next, null);
  });

  it('lists conversations by their last message, of one case if asked', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, id, start } = await withCase(portal);
    const other = await firm.addCase({ title: 'Another', team: [daniel], clients: [ana] });
    const one = await start({ subject: 'One' });
    portal.clock.pass(1);
    await start({ subject: 'Two', caseId: other.id });
    portal.clock.pass(1);
    await start({ subject: 'Three' });
    portal.clock.pass(1);
    await ana.portal.messages.reply({ id: one.id, body: `${'long '.repeat(60)}\nend` });

    const subjects = ({ items }: { items: { subject: string }[] }) => items.map(({ subject }) => subject);
    const list = await ana.portal.threads.list();
    assert.deepEqual(subjects(list), ['One', 'Three', 'Two']);
    assert.ok(list.items[0]!.snippet.length <= 140 && list.items[0]!.snippet.endsWith('…'));
    assert.deepEqual(subjects(await ana.portal.threads.list({ caseId: id })), ['One', 'Three']);
    assert.deepEqual(subjects(await daniel.firm.threads.list({ caseId: other.id })), ['Two']);

    const first = await ana.portal.threads.list({ limit: 1 });
    const rest = await ana.portal.threads.list({ limit: 5, cursor: first.next! });
    assert.deepEqual(subjects(rest), ['Three', 'Two']);
  });

  it('numbers messages without a gap and never back in time, however many write at once', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, start } = await withCase(portal);
    const { id } = await start();
    await Promise.all(
      Array.from({ length: 10 }, (_, count) =>
        count % 2
          ? ana.portal.messages.reply({ id, body: `From Ana ${count}` })
          : daniel.firm.messages.reply({ id, body: `From Daniel ${count}` }),
      ),
    );
    const rows = await portal.database.kysely
      .selectFrom('messages')
      .orderBy('seq')
      .select(['seq', 'created_at'])
      .execute();
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    );
    assert.deepEqual(
      rows.map((row) => row.created_at),
      rows.map((row) => row.created_at).toSorted(),
    );
    assert.equal((await ana.portal.threads.get({ id })).messageCount, 11);
    assert.equal((await ana.portal.messages.list({ id })).items.length, 11);
  });

  it('tells a client who answers into a conversation that everybody of the firm has left', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, rosa, id, start } = await withCase(portal);
    const thread = await start();
    await firm.admin.firm.cases.setTeam({ id, members: [{ personId: rosa.id }] });
    await assert.rejects(
      ana.portal.messages.reply({ id: thread.id, body: 'Hello?' }),
      failsWith('recipients.outside-case'),
    );
    assert.equal((await ana.portal.messages.list({ id: thread.id })).items.length, 1);
  });

  it('takes text as it is: lines, markup and other scripts stay', async () => {
    const { ana, start } = await withCase(await createTestPortal({ database }));
    const body = '  <b>Olá</b> & "adeus"\n\n\tمرحبا 👋🏽\r\nend  ';
    const { id } = await start({ body });
    assert.equal((await ana.portal.messages.list({ id })).items[0]!.body, body);
  });
});
