import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Insertable } from 'kysely';
import { createJobs } from '../jobs/index.ts';
import { append, system } from '../journal/index.ts';
import { markSeen, unshare } from '../shares/index.ts';
import type { Tx } from '../sql/database.ts';
import type { LinkTable } from '../sql/schema.ts';
import { testClock } from '../testing/clock.ts';
import { addConversation, say } from '../testing/conversation.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addPerson } from '../testing/seed.ts';
import { claim, settle } from './claims.ts';
import { MailRefused, memoryMailer, type Mailer, type MailMessage } from './mailer.ts';
import { sendDue, type Outbox } from './outbox.ts';

const render: Outbox['render'] = async () => ({ subject: 'News', html: '<p>News</p>', text: 'News' });

/** Fails as it is told to before it takes mails. */
const mailerWith = (...failures: unknown[]) => {
  const inner = memoryMailer();
  const send = async (message: MailMessage) => {
    if (failures.length > 0) throw failures.shift();
    await inner.send(message);
  };
  return { ...inner, send } satisfies Mailer & { sent: readonly MailMessage[] };
};

forEachDatabase((_dialect, open) => {
  /** A message from the attorney: one mail to the client, one to the paralegal, both in the outbox. */
  const begin = async () => {
    const clock = testClock();
    const database = await open({ clock });
    const all = await database.transaction(addConversation);
    const idle = {
      database,
      mailer: memoryMailer(),
      render,
      onError: (error: unknown) => assert.fail(String(error)),
    };
    await createJobs(idle).settle();
    const seq = await say(database, all, all.attorney);
    // Queues, and sends nothing: there is nothing to say.
    const queue = createJobs({
      ...idle,
      render: () => Promise.reject(new Error('not yet')),
      onError: () => {},
    });
    await queue.settle();
    clock.pass(60);
    const mails = async () =>
      database.kysely
        .selectFrom('mails')
        .where('journal_seq', '=', seq)
        .orderBy('person_id')
        .selectAll()
        .execute();
    const of = async (person: string) => (await mails()).find(({ person_id }) => person_id === person);
    const change = (work: (tx: Tx) => Promise<unknown>) => database.transaction(work);
    return { clock, database, seq, mails, of, change, ...all };
  };

  test('a mail goes to its reader’s address, once', async () => {
    const { database, client, mails, of } = await begin();
    const mailer = memoryMailer();
    await sendDue({ database, mailer, render });
    await sendDue({ database, mailer, render });
    assert.equal(mailer.sent.length, 2);
    const mail = await of(client);
    const sent = mailer.sent.find(({ id }) => id === mail?.id);
    assert.deepEqual(sent, {
      id: mail?.id,
      to: mail?.to_address,
      subject: 'News',
      html: '<p>News</p>',
      text: 'News',
    });
    assert.deepEqual(
      (await mails()).map(({ state }) => state),
      ['sent', 'sent'],
    );
  });

  test('it goes to the address that the reader has when it is sent', async () => {
    const { database, client, change, of } = await begin();
    await change((tx) =>
      tx.updateTable('people').set({ email: 'new@client.example' }).where('id', '=', client).execute(),
    );
    const mailer = memoryMailer();
    await sendDue({ database, mailer, render });
    assert.ok(mailer.sent.some(({ to }) => to === 'new@client.example'));
    assert.equal((await of(client))?.to_address, 'new@client.example');
  });

  test('who has seen it, may not see it any more, or may not sign in, gets no mail', async () => {
    const ways: ((all: Awaited<ReturnType<typeof begin>>, tx: Tx) => Promise<unknown>)[] = [
      ({ firm, client, thread, seq }, tx) =>
        markSeen(tx, {
          firmId: firm,
          personId: client,
          subject: { type: 'thread', id: thread },
          revision: seq,
        }),
      ({ firm, client, thread }, tx) =>
        unshare(tx, { firmId: firm, personId: client, what: { type: 'thread', id: thread } }),
      ({ client }, tx) =>
        tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', client).execute(),
    ];
    for (const way of ways) {
      const all = await begin();
      await all.change((tx) => way(all, tx));
      const mailer = memoryMailer();
      await sendDue({ database: all.database, mailer, render });
      assert.equal((await all.of(all.client))?.state, 'dropped');
      // The control: the other one still wants it.
      assert.equal((await all.of(all.paralegal))?.state, 'sent');
      assert.equal(mailer.sent.length, 1);
    }
  });

  test('a mail is sent once also when the database fails just then to write it down', async () => {
    const { clock, database, mails } = await begin();
    const errors: unknown[] = [];
    let failures = 0;
    const mailer = memoryMailer();
    const flaky: typeof database = {
      ...database,
      transaction(work) {
        if (mailer.sent.length === 0 || failures === 2) return database.transaction(work);
        failures++;
        return Promise.reject(new Error('The connection is gone'));
      },
    };
    await sendDue({ database: flaky, mailer, render, onError: (error) => errors.push(error) });
    clock.pass(24 * 3600);
    await sendDue({ database, mailer, render });
    assert.deepEqual([failures, errors.length, mailer.sent.length], [2, 2, 2]);
    assert.deepEqual(
      (await mails()).map(({ state }) => state),
      ['sent', 'sent'],
    );
  });

  test('when there is nothing to say any more, nothing is said', async () => {
    const { database, mails } = await begin();
    const mailer = memoryMailer();
    await sendDue({ database, mailer, render: async () => undefined });
    assert.deepEqual(
      (await mails()).map(({ state }) => state),
      ['dropped', 'dropped'],
    );
    assert.equal(mailer.sent.length, 0);
  });

  test('a failure is tried again, later each time, under the same id', async () => {
    const { clock, database, client, of, change } = await begin();
    // Only the client's mail.
    await change((tx) => tx.deleteFrom('mails').where('person_id', '!=', client).execute());
    const timeout = () => Object.assign(new Error('Timeout to ana@client.example'), { code: 'ETIMEDOUT' });
    const mailer = mailerWith(timeout(), timeout());
    const outbox = { database, mailer, render };

    const pauses: number[] = [];
    for (let round = 0; round < 2; round++) {
      await sendDue(outbox);
      const mail = await of(client);
      assert.equal(mail?.state, 'waiting');
      assert.equal(mail.last_error, 'ETIMEDOUT');
      pauses.push(Date.parse(mail.next_at) - clock().getTime());
      await sendDue(outbox);
      clock.pass(pauses.at(-1)! / 1000);
    }
    assert.ok(pauses[0]! >= 45_000 && pauses[0]! <= 75_000, String(pauses[0]));
    assert.ok(pauses[1]! >= 90_000 && pauses[1]! <= 150_000, String(pauses[1]));
    await sendDue(outbox);
    assert.equal(mailer.sent.length, 1);
    assert.equal((await of(client))?.state, 'sent');
  });

  test('what is refused for good is given up at once, and the firm’s journal says so', async () => {
    const { database, firm, client, of } = await begin();
    const refused = new MailRefused('EENVELOPE 550');
    await sendDue({ database, mailer: mailerWith(refused, refused), render });
    const mail = await of(client);
    assert.deepEqual([mail?.state, mail?.last_error], ['failed', 'EENVELOPE 550']);
    const entries = await database.kysely
      .selectFrom('journal')
      .where('firm_id', '=', firm)
      .where('verb', '=', 'mail.failed')
      .select('subject_id')
      .execute();
    assert.equal(entries.length, 2);
    assert.ok(entries.some(({ subject_id }) => subject_id === client));
  });

  test('it is given up in the end', async () => {
    const { clock, database, of, client } = await begin();
    const mailer: Mailer = { send: () => Promise.reject(new Error('down')) };
    for (let round = 0; round < 20; round++) {
      await sendDue({ database, mailer, render });
      clock.pass(8 * 3600);
    }
    const mail = await of(client);
    assert.deepEqual([mail?.state, mail?.attempts], ['failed', 16]);
  });

  test('two nodes at once send each mail once', async () => {
    const all = await begin();
    for (let count = 0; count < 9; count++) await say(all.database, all, all.client);
    const idle = { database: all.database, mailer: memoryMailer(), onError: () => {} };
    await createJobs({ ...idle, render: () => Promise.reject(new Error('not yet')) }).settle();
    all.clock.pass(3600);
    const mailer = memoryMailer();
    const node = { database: all.database, mailer, render };
    await Promise.all([sendDue(node), sendDue(node), sendDue(node)]);
    assert.equal(mailer.sent.length, 2 + 9 * 2);
    assert.equal(new Set(mailer.sent.map(({ id }) => id)).size, mailer.sent.length);
  });

  test('the mail of a node that died is sent by another when its lease has ended', async () => {
    const { clock, database, mails } = await begin();
    const mailer = memoryMailer();
    const outbox = { database, mailer, render };
    const claimed = await claim(database, 10);
    assert.equal(claimed.length, 2);
    await sendDue(outbox);
    assert.equal(mailer.sent.length, 0);
    clock.pass(601);
    await sendDue(outbox);
    assert.equal(mailer.sent.length, 2);

    // It was not dead after all, only slow: what it has to say comes too late.
    await settle(database, claimed[0]!, { state: 'failed', error: 'late' });
    assert.deepEqual(
      (await mails()).map(({ state }) => state),
      ['sent', 'sent'],
    );
  });

  test('an invitation is not sent when it was used, replaced, or has ended, or the address is another', async () => {
    const { clock, database, firm, attorney } = await begin();
    const invite = (name: string, values: Partial<Insertable<LinkTable>> = {}) =>
      database.transaction(async (tx) => {
        const id = `inv_${name}`;
        const email = `${name}@client.example`;
        const person = await addPerson(tx, firm, { access: 'invited', email });
        await tx
          .insertInto('links')
          .values({
            firm_id: firm,
            id,
            purpose: 'invitation',
            person_id: person,
            email,
            email_norm: email,
            nonce: id,
            token_hash: id,
            sent_by: attorney,
            created_at: tx.at,
            expires_at: '2026-03-10T15:00:00.000Z',
            ...values,
          })
          .execute();
        await append(tx, {
          firmId: firm,
          actor: system,
          verb: 'invitation.created',
          subject: { type: 'invitation', id },
          data: { personIds: [person] },
        });
      });
    const now = clock().toISOString();
    await invite('used', { used_at: now });
    await invite('replaced', { revoked_at: now });
    await invite('ended', { expires_at: now });
    await invite('moved', { email_norm: 'someone@else.example' });
    await invite('open');
    const mailer = memoryMailer();
    await createJobs({ database, mailer, render, onError: (error) => assert.fail(String(error)) }).settle();
    const invitations = mailer.sent.map(({ to }) => to).filter((to) => !to.startsWith('per_'));
    assert.deepEqual(invitations, ['open@client.example']);
    const dropped = await database.kysely
      .selectFrom('mails')
      .where('template', '=', 'invitation')
      .where('state', '=', 'dropped')
      .select('id')
      .execute();
    assert.equal(dropped.length, 4);
  });
});
