import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { newId } from '../ids.ts';
import { memoryMailer } from '../mail/mailer.ts';
import { addConversation, say } from '../testing/conversation.ts';
import { testClock } from '../testing/clock.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm, addPerson } from '../testing/seed.ts';
import { createJobs } from './index.ts';
import { follow, type JournalReader } from './reader.ts';
import { sweep } from './sweep.ts';

const render = async () => ({ subject: 'News', html: '<p>News</p>', text: 'News' });
const onError = (error: unknown) => assert.fail(String(error));

forEachDatabase((_dialect, open) => {
  test('a commit is followed at once, without waiting for the interval', async () => {
    const database = await open();
    const conversation = await database.transaction(addConversation);
    const mailer = memoryMailer();
    const jobs = createJobs({ database, mailer, render, interval: 3_600_000, onError });
    jobs.start();
    const sent = async (count: number) => {
      for (let wait = 0; wait < 200 && mailer.sent.length < count; wait++) await sleep(10);
      return mailer.sent.length;
    };
    const before = await sent(2);
    await say(database, conversation, conversation.client);
    assert.equal(await sent(before + 2), before + 2);
    await jobs.stop();
    await say(database, conversation, conversation.client);
    await sleep(50);
    assert.equal(mailer.sent.length, before + 2);
  });

  test('three nodes follow one journal, and each entry is handled once', async () => {
    const database = await open();
    const conversation = await database.transaction(addConversation);
    for (let count = 0; count < 150; count++) await say(database, conversation, conversation.client);
    const handled: number[] = [];
    const reader: JournalReader = {
      name: 'test',
      async handle(tx, { seq }) {
        await tx.selectFrom('firms').select('id').execute();
        handled.push(seq);
      },
    };
    await Promise.all([
      follow(database, reader, { onError }),
      follow(database, reader, { onError }),
      follow(database, reader, { onError }),
    ]);
    await follow(database, reader, { onError });
    const { seq } = await database.kysely.selectFrom('journal_heads').select('seq').executeTakeFirstOrThrow();
    assert.deepEqual(
      handled,
      Array.from({ length: seq }, (_, index) => index + 1),
    );
  });

  test('what is broken at one firm holds up no other', async () => {
    const clock = testClock();
    const database = await open({ clock });
    const broken = await database.transaction(addConversation);
    const well = await database.transaction(addConversation);
    const mailer = memoryMailer();
    const errors: string[] = [];
    const jobs = createJobs({ database, mailer, render, onError: (error) => errors.push(String(error)) });
    await jobs.settle();
    const until = new Date(clock().getTime() + 60_000).toISOString();
    for (const { firm, colleague } of [broken, well]) {
      await database.transaction((tx) =>
        tx
          .updateTable('shares')
          .set({ until_at: until })
          .where('firm_id', '=', firm)
          .where('person_id', '=', colleague)
          .execute(),
      );
    }
    for (const all of [broken, well]) await say(database, all, all.attorney);
    // An entry that nobody can read, and a journal that takes no other because that one is there already.
    await database.transaction(async (tx) => {
      const { firm } = broken;
      const last = tx.selectFrom('journal').where('firm_id', '=', firm).orderBy('seq', 'desc').limit(1);
      const row = await last.selectAll().executeTakeFirstOrThrow();
      await tx
        .insertInto('journal')
        .values({ ...row, seq: row.seq + 1, data: '{' })
        .execute();
    });
    mailer.sent.splice(0);
    clock.pass(60);
    await jobs.settle();
    assert.ok(errors.length >= 2, String(errors));
    assert.equal(mailer.sent.length, 2);
    const ended = await database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'case.unshared')
      .select('firm_id')
      .execute();
    assert.deepEqual(
      ended.map(({ firm_id }) => firm_id),
      [well.firm],
    );
  });

  test('every reader has its own place in the journal', async () => {
    const database = await open();
    await database.transaction(addConversation);
    const counts = { first: 0, second: 0 };
    const reader = (name: 'first' | 'second'): JournalReader => ({
      name,
      handle: async () => void counts[name]++,
    });
    await follow(database, reader('first'), { onError });
    await follow(database, reader('first'), { onError });
    await follow(database, reader('second'), { onError });
    assert.ok(counts.first > 0);
    assert.equal(counts.first, counts.second);
  });

  test('what has had its time is swept away, and the rest stays', async () => {
    const clock = testClock();
    const database = await open({ clock });
    const firm = await database.transaction((tx) => addFirm(tx));
    const add = (expires_at: string) =>
      database.transaction(async (tx) => {
        const person_id = await addPerson(tx, firm);
        await tx
          .insertInto('sessions')
          .values({
            firm_id: firm,
            token_hash: expires_at,
            person_id,
            id: newId('session'),
            method: 'password',
            stage: 'complete',
            proved_at: tx.at,
            created_at: tx.at,
            last_seen_at: tx.at,
            expires_at,
            device: null,
          })
          .execute();
        await tx
          .insertInto('rate_counters')
          .values({ key: 'k', window_start: expires_at, count: 1 })
          .execute();
      });
    await add('2026-03-01T00:00:00.000Z');
    await add('2026-03-03T16:00:00.000Z');
    await sweep(database);
    const left = await database.kysely.selectFrom('sessions').select('token_hash').execute();
    assert.deepEqual(
      left.map(({ token_hash }) => token_hash),
      ['2026-03-03T16:00:00.000Z'],
    );
    assert.equal((await database.kysely.selectFrom('rate_counters').selectAll().execute()).length, 1);
  });
});
