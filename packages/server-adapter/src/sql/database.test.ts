import assert from 'node:assert/strict';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { append, system } from '../journal/index.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm, addPerson } from '../testing/seed.ts';
import type { Database, Tx } from './database.ts';

/** A promise and what settles it. */
const gate = () => Promise.withResolvers<void>();

const versions = async ({ kysely }: Database) =>
  (await kysely.selectFrom('people').select('version').orderBy('id').execute()).map(({ version }) => version);

const raise = (tx: Tx, id: string) =>
  tx
    .updateTable('people')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();

forEachDatabase((dialect, open) => {
  const openWithPeople = async (...ids: string[]) => {
    const database = await open();
    const firm = await database.transaction(async (tx) => {
      const firm = await addFirm(tx);
      for (const id of ids) await addPerson(tx, firm, { id });
      return firm;
    });
    return { database, firm };
  };

  test('a transaction answers what its work answers, and keeps what it wrote', async () => {
    const { database } = await openWithPeople('a');
    assert.equal(await database.transaction(async (tx) => (await raise(tx, 'a'), 'done')), 'done');
    assert.deepEqual(await versions(database), [2]);
  });

  test('a transaction whose work fails leaves nothing, and the next one works', async () => {
    const { database } = await openWithPeople('a');
    const failure = new Error('no');
    await assert.rejects(
      database.transaction(async (tx) => {
        await raise(tx, 'a');
        throw failure;
      }),
      failure,
    );
    assert.deepEqual(await versions(database), [1]);
    await database.transaction((tx) => raise(tx, 'a'));
    assert.deepEqual(await versions(database), [2]);
  });

  test('a read neither waits for an open transaction nor looks into it', async () => {
    const { database } = await openWithPeople('a');
    const [written, finish] = [gate(), gate()];
    const transaction = database.transaction(async (tx) => {
      await raise(tx, 'a');
      written.resolve();
      await finish.promise;
    });
    await written.promise;
    assert.deepEqual(await versions(database), [1]);
    finish.resolve();
    await transaction;
    assert.deepEqual(await versions(database), [2]);
  });

  test('fifty transactions at once all count', async () => {
    const { database } = await openWithPeople('a');
    await Promise.all(Array.from({ length: 50 }, () => database.transaction((tx) => raise(tx, 'a'))));
    assert.deepEqual(await versions(database), [51]);
  });

  test('a transaction inside another one is refused, one after it is not', async () => {
    const { database } = await openWithPeople('a');
    await assert.rejects(
      database.transaction(() => database.transaction((tx) => raise(tx, 'a'))),
      /already open/,
    );
    await database.transaction((tx) => raise(tx, 'a'));
    assert.deepEqual(await versions(database), [2]);
  });

  test('what a transaction set going may open its own when it has ended', async () => {
    const { database } = await openWithPeople('a');
    let later: Promise<unknown> | undefined;
    await database.transaction(async () => {
      later = sleep(20).then(() => database.transaction((tx) => raise(tx, 'a')));
    });
    await later;
    assert.deepEqual(await versions(database), [2]);
  });

  test('a transaction that has ended cannot be used any more', async () => {
    const { database, firm } = await openWithPeople('a');
    let kept: Tx | undefined;
    await database.transaction(async (tx) => {
      kept = tx;
    });
    const ended = kept as unknown as Tx;
    await assert.rejects(raise(ended, 'a'));
    await assert.rejects(ended.run('select 1 from people', []));
    await assert.rejects(
      append(ended, { firmId: firm, actor: system, verb: 'firm.added', subject: { type: 'firm', id: firm } }),
    );
    assert.deepEqual(await versions(database), [1]);
  });

  test('all of a transaction bears the instant of its beginning', async () => {
    let now = Date.parse('2026-03-03T15:00:00.000Z');
    const database = await open({ clock: () => new Date(now) });
    await database.transaction(async (tx) => {
      now += 5_000;
      await turn();
      assert.equal(tx.at, '2026-03-03T15:00:00.000Z');
    });
  });

  test('whoever listens hears of a journal after its commit, and of nothing else', async () => {
    const { database, firm } = await openWithPeople('a');
    const heard: string[][] = [];
    const forget = database.onCommit((firms) => heard.push([...firms]));
    const subject = { type: 'person', id: 'a' } as const;
    const write = (tx: Tx) => append(tx, { firmId: firm, actor: system, verb: 'person.added', subject });

    await database.transaction((tx) => raise(tx, 'a'));
    await assert.rejects(
      database.transaction(async (tx) => {
        await write(tx);
        throw new Error('no');
      }),
    );
    // Nothing that anybody acts on.
    const data = { endpoint: 'profile.data' };
    await database.transaction((tx) =>
      append(tx, { firmId: firm, actor: system, verb: 'person.read', subject, data }),
    );
    assert.deepEqual(heard, []);
    await database.transaction(async (tx) => {
      await write(tx);
      assert.deepEqual(heard, []);
    });
    assert.deepEqual(heard, [[firm]]);
    forget();
    await database.transaction(write);
    assert.deepEqual(heard, [[firm]]);
  });

  test('closing waits for the transactions that have begun', async () => {
    const { database } = await openWithPeople('a');
    let done = false;
    const running = database.transaction(async (tx) => {
      await sleep(30);
      await raise(tx, 'a');
      done = true;
    });
    await turn();
    await database.close();
    assert.equal(done, true);
    await running;
  });

  if (dialect === 'sqlite') {
    test('transactions run one by one, in the order in which they came', async () => {
      const { database } = await openWithPeople('a');
      const order: string[] = [];
      const one = (name: string) =>
        database.transaction(async () => {
          order.push(`${name} begins`);
          await sleep(5);
          order.push(`${name} ends`);
        });
      await Promise.all([one('first'), one('second'), one('third')]);
      const expected = ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]);
      assert.deepEqual(order, expected);
    });
  } else {
    test('two transactions that block each other are both done in the end', async () => {
      const { database } = await openWithPeople('a', 'b');
      const met = [gate(), gate()] as const;
      let begun = 0;
      const both = (first: string, second: string, mine: 0 | 1) =>
        database.transaction(async (tx) => {
          begun++;
          await raise(tx, first);
          met[mine].resolve();
          await met[1 - mine]?.promise;
          await raise(tx, second);
        });
      await Promise.all([both('a', 'b', 0), both('b', 'a', 1)]);
      assert.deepEqual(await versions(database), [3, 3]);
      // The control: they did meet, and one of them began again.
      assert.ok(begun > 2);
    });
  }
});
