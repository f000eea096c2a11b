import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../sql/database.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm } from '../testing/seed.ts';
import { append, system, verifyJournal } from './index.ts';

const note = (database: Database, firm: string) =>
  database.transaction((tx) =>
    append(tx, {
      firmId: firm,
      actor: system,
      verb: 'person.changed',
      subject: { type: 'person', id: 'per_1' },
      data: { fields: ['name'] },
    }),
  );

const seqs = async ({ kysely }: Database, firm: string) =>
  (await kysely.selectFrom('journal').where('firm_id', '=', firm).orderBy('seq').select('seq').execute()).map(
    ({ seq }) => seq,
  );

forEachDatabase((dialect, open) => {
  const begin = async () => {
    const database = await open();
    return { database, firm: await database.transaction((tx) => addFirm(tx)) };
  };

  test('fifty entries at once get the numbers 1 to 50, and one chain', async () => {
    const { database, firm } = await begin();
    const entries = await Promise.all(Array.from({ length: 50 }, () => note(database, firm)));
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
    assert.deepEqual(
      entries.map(({ seq }) => seq).toSorted((a, b) => a - b),
      numbers,
    );
    assert.deepEqual(await seqs(database, firm), numbers);
    const verdict = await verifyJournal(database.kysely, firm);
    assert.equal(verdict.ok && verdict.head.seq, 50);
  });

  test('a transaction that fails takes its number back', async () => {
    const { database, firm } = await begin();
    await note(database, firm);
    await assert.rejects(
      database.transaction(async (tx) => {
        await append(tx, {
          firmId: firm,
          actor: system,
          verb: 'firm.added',
          subject: { type: 'firm', id: firm },
        });
        throw new Error('no');
      }),
    );
    await note(database, firm);
    assert.deepEqual(await seqs(database, firm), [1, 2]);
    assert.equal((await verifyJournal(database.kysely, firm)).ok, true);
  });

  test('every firm has a journal of its own', async () => {
    const { database, firm } = await begin();
    const other = await database.transaction((tx) => addFirm(tx));
    await Promise.all([note(database, firm), note(database, other), note(database, firm)]);
    assert.deepEqual([await seqs(database, firm), await seqs(database, other)], [[1, 2], [1]]);
  });

  test('the database refuses to change or remove a row, and to write one twice', async () => {
    const { database, firm } = await begin();
    await note(database, firm);
    const refused = /append-only|duplicate key/;
    const attempts = [
      `update journal set verb = 'firm.added'`,
      'delete from journal',
      `insert into journal select * from journal`,
      ...(dialect === 'sqlite'
        ? ['insert or replace into journal select * from journal']
        : ['truncate journal cascade']),
    ];
    for (const attempt of attempts) {
      await assert.rejects(
        database.transaction((tx) => tx.run(attempt, [])),
        refused,
        attempt,
      );
    }
    assert.equal((await verifyJournal(database.kysely, firm)).ok, true);
    // The control: appending is allowed.
    await note(database, firm);
    assert.deepEqual(await seqs(database, firm), [1, 2]);
  });
});
