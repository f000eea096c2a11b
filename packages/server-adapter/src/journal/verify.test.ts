import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database, SqlValue } from '../sql/database.ts';
import type { JournalTable } from '../sql/schema.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm } from '../testing/seed.ts';
import { fromSeed } from '../testing/random.ts';
import { randomTampering, readJournal, verdictOn, type Statement } from '../testing/tampering.ts';
import { genesis, linkHash } from './chain.ts';
import { append, system, verifyJournal } from './index.ts';

const length = 40;

forEachDatabase((_, open) => {
  let database: Database;
  let firm: string;

  before(async () => {
    database = await open();
    firm = await database.transaction((tx) => addFirm(tx));
    const change = {
      firmId: firm,
      actor: system,
      verb: 'person.changed',
      subject: { type: 'person', id: 'per_1' },
    } as const;
    for (let count = 0; count < length; count++) {
      await database.transaction((tx) => append(tx, { ...change, data: { fields: [`field${count}`] } }));
    }
  });

  /** Somebody who owns the database: switches the triggers off, tampers, and we look. All of it is undone. */
  async function afterTampering(...statements: Statement[]) {
    return verdictOn(database, firm, { statements });
  }
  const bad = (seq: number, reason: string) => ({ ok: false, seq, reason });

  test('an untouched journal is whole', async () => {
    const verdict = await verifyJournal(database.kysely, firm);
    assert.equal(verdict.ok && verdict.head.seq, length);
    // The control for all that follows: disarmed, but not tampered with.
    assert.deepEqual(await afterTampering(), verdict);
  });

  test('an edit of any column of any row is found at that row', async () => {
    const edits: [keyof JournalTable, SqlValue][] = [
      ['at', '2020-01-01T00:00:00.000Z'],
      ['actor_type', 'person'],
      ['actor_id', 'per_x'],
      ['verb', 'firm.added'],
      ['subject_type', 'case'],
      ['subject_id', 'case_x'],
      ['case_id', 'case_x'],
      ['data', '{"fields":[ "name"]}'],
      ['prev_hash', genesis.replace('0', '1')],
      ['hash', genesis],
    ];
    for (const [index, [column, value]] of edits.entries()) {
      const seq = 1 + index * 3;
      const verdict = await afterTampering([`update journal set ${column} = ? where seq = ?`, value, seq]);
      assert.deepEqual(verdict, bad(seq, 'changed'), column);
    }
  });

  test('an edit whose hash was computed anew is found at the next row', async () => {
    const row = await database.kysely
      .selectFrom('journal')
      .where('seq', '=', 7)
      .selectAll()
      .executeTakeFirstOrThrow();
    const forged = { ...row, data: '{"fields":["forged"]}' };
    const verdict = await afterTampering([
      'update journal set data = ?, hash = ? where seq = 7',
      forged.data,
      linkHash(forged),
    ]);
    assert.deepEqual(verdict, bad(8, 'changed'));
  });

  test('a removed row is found, the first and the last too', async () => {
    for (const seq of [1, 20]) {
      assert.deepEqual(await afterTampering(['delete from journal where seq = ?', seq]), bad(seq, 'missing'));
    }
    assert.deepEqual(await afterTampering(['delete from journal where seq = ?', length]), bad(length, 'cut'));
  });

  test('an end that was cut off is found, with the head cut to fit as well, if an anchor was kept', async () => {
    assert.deepEqual(await afterTampering(['delete from journal where seq > 30']), bad(31, 'cut'));
    assert.deepEqual(await afterTampering(['delete from journal']), bad(1, 'cut'));

    const head = await verifyJournal(database.kysely, firm);
    assert.ok(head.ok);
    const row = await database.kysely
      .selectFrom('journal')
      .where('seq', '=', 30)
      .select('hash')
      .executeTakeFirstOrThrow();
    const fitting: [string, ...SqlValue[]][] = [
      ['delete from journal where seq > 30'],
      ['update journal_heads set seq = 30, hash = ?', row.hash],
    ];
    // Without an anchor a consistent shorter chain is a chain like any other.
    assert.equal((await afterTampering(...fitting)).ok, true);
    const shorter = { seq: 30, hash: row.hash };
    assert.equal((await verifyJournal(database.kysely, firm, { anchors: [shorter, head.head] })).ok, true);
    const longer = { seq: length + 5, hash: genesis };
    assert.deepEqual(
      await verifyJournal(database.kysely, firm, { anchors: [longer] }),
      bad(length + 1, 'anchor'),
    );
    const rewritten = { seq: 12, hash: genesis };
    assert.deepEqual(await verifyJournal(database.kysely, firm, { anchors: [rewritten] }), bad(12, 'anchor'));
  });

  test('two rows that changed places are found at the first of them', async () => {
    const verdict = await afterTampering(
      ['update journal set seq = 1000 where seq = 11'],
      ['update journal set seq = 11 where seq = 15'],
      ['update journal set seq = 15 where seq = 1000'],
    );
    assert.deepEqual(verdict, bad(11, 'changed'));
  });

  test('a row that was put in is found, at the end too', async () => {
    const columns =
      'firm_id, at, actor_type, actor_id, verb, subject_type, subject_id, case_id, data, prev_hash, hash';
    const copy = (seq: number) =>
      `insert into journal (seq, ${columns}) select ${seq}, ${columns} from journal where seq = 3`;
    assert.deepEqual(await afterTampering([copy(length + 1)]), bad(length + 1, 'foreign'));
    assert.deepEqual(
      await afterTampering(['update journal set seq = seq + 1000 where seq >= 9'], [copy(9)]),
      bad(9, 'changed'),
    );
  });

  test('G23: whatever is done to it anywhere is found at the first bad row', async () => {
    const random = fromSeed(23);
    const journal = await readJournal(database.kysely, firm);
    const done = new Set<string>();
    for (let round = 0; round < 150; round++) {
      const { seq, ...tampering } = randomTampering(random, journal);
      const verdict = await verdictOn(database, firm, tampering);
      assert.deepEqual({ ...verdict, reason: '' }, bad(seq, ''), `${round}: ${tampering.what}`);
      // What only kept heads show, nothing else does.
      if (tampering.anchors) assert.ok((await afterTampering(...tampering.statements)).ok, tampering.what);
      done.add(tampering.what);
    }
    assert.ok(done.size >= 15, [...done].join());
  });

  test('a head that was moved is found', async () => {
    assert.deepEqual(
      await afterTampering(['update journal_heads set hash = ?', genesis]),
      bad(length, 'changed'),
    );
    assert.deepEqual(await afterTampering(['update journal_heads set seq = 10']), bad(10, 'changed'));
    assert.deepEqual(await afterTampering(['delete from journal_heads']), bad(1, 'foreign'));
  });
});
