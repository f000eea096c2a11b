/** Somebody who owns the database, and what they might do to a journal. */
import type { Database, Dialect, Executor, SqlValue, Tx } from '../sql/database.ts';
import type { JournalTable } from '../sql/schema.ts';
import { linkHash } from '../journal/chain.ts';
import { verifyJournal, type Anchor, type Verdict } from '../journal/index.ts';

export type Statement = readonly [sql: string, ...values: SqlValue[]];

/** One way to tamper with a firm's journal, and where it has to be found. */
export interface Tampering {
  readonly what: string;
  readonly statements: readonly Statement[];
  /** The first row that is bad; one after the last when the end is cut off. */
  readonly seq: number;
  /** Heads that were kept elsewhere; without them this could not be found. */
  readonly anchors?: readonly Anchor[];
}

/** A number from 0 to below 1. */
export type Random = () => number;

/** Switches the triggers off: in the way of everybody but the owner of the tables. */
const disarm: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: ['update', 'delete', 'replace'].map((what) => `drop trigger journal_no_${what}`),
  postgres: ['alter table journal disable trigger journal_append_only'],
};

/** Runs SQL with `?` in it, on either database, with the triggers out of the way. */
export async function tamper(tx: Tx, statements: readonly Statement[]): Promise<void> {
  const disarming = disarm[tx.dialect].map((sql): Statement => [sql]);
  for (const [sql, ...values] of [...disarming, ...statements]) {
    let count = 0;
    await tx.run(tx.dialect === 'sqlite' ? sql : sql.replace(/\?/g, () => `$${++count}`), values);
  }
}

export const readJournal = (executor: Executor, firm: string): Promise<JournalTable[]> =>
  executor.selectFrom('journal').where('firm_id', '=', firm).orderBy('seq').selectAll().execute();

/** What the verifier says once it is done; all of it is undone. */
export async function verdictOn(
  database: Database,
  firm: string,
  { statements, anchors = [] }: Pick<Tampering, 'statements' | 'anchors'>,
): Promise<Verdict> {
  const undone = new Error('undone');
  let verdict: Verdict | undefined;
  const work = database.transaction(async (tx) => {
    await tamper(tx, statements);
    verdict = await verifyJournal(tx, firm, { anchors });
    throw undone;
  });
  await work.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return verdict!;
}

/** Any of the ways, anywhere in a journal of at least three rows. */
export function randomTampering(random: Random, journal: readonly JournalTable[]): Tampering {
  const below = (limit: number) => Math.floor(random() * limit);
  const ways = [edit, rehash, remove, swap, insert, cut, fitHead, rewrite];
  return ways[below(ways.length)]!(journal, below);
}

type Below = (limit: number) => number;
type Way = (journal: readonly JournalTable[], below: Below) => Tampering;

const columns = [
  'at',
  'actor_type',
  'actor_id',
  'verb',
  'subject_type',
  'subject_id',
  'case_id',
  'data',
] as const;
const own = 'firm_id = ? and';

const edit: Way = (journal, below) => {
  const row = journal[below(journal.length)]!;
  const column = [...columns, 'prev_hash', 'hash'][below(columns.length + 2)]! as keyof JournalTable;
  const value = column === 'actor_type' ? other(row.actor_type) : `${row[column] ?? ''}x`;
  const statement: Statement = [
    `update journal set ${column} = ? where ${own} seq = ?`,
    value,
    row.firm_id,
    row.seq,
  ];
  return { what: `edit ${column}`, statements: [statement], seq: row.seq };
};
const other = (type: JournalTable['actor_type']) => (type === 'system' ? 'key' : 'system');

/** An edit whose hash fits: the next row, or the head, does not go with it. */
const rehash: Way = (journal, below) => {
  const row = journal[below(journal.length)]!;
  const forged = { ...row, verb: `${row.verb}x` };
  const statement: Statement = [
    `update journal set verb = ?, hash = ? where ${own} seq = ?`,
    forged.verb,
    linkHash(forged),
    row.firm_id,
    row.seq,
  ];
  return { what: 'edit and hash', statements: [statement], seq: Math.min(row.seq + 1, journal.length) };
};

const remove: Way = (journal, below) => {
  const { firm_id, seq } = journal[below(journal.length)]!;
  return { what: 'delete', statements: [[`delete from journal where ${own} seq = ?`, firm_id, seq]], seq };
};

const swap: Way = (journal, below) => {
  const first = below(journal.length - 1);
  const second = first + 1 + below(journal.length - first - 1);
  const [a, b] = [journal[first]!, journal[second]!];
  const move = (from: number, to: number): Statement => [
    `update journal set seq = ? where ${own} seq = ?`,
    to,
    a.firm_id,
    from,
  ];
  const aside = journal.length + 1000;
  return {
    what: 'swap',
    statements: [move(a.seq, aside), move(b.seq, a.seq), move(aside, b.seq)],
    seq: a.seq,
  };
};

/** A copy of a row between two others, or after the last. */
const insert: Way = (journal, below) => {
  const seq = 1 + below(journal.length + 1);
  // Of another row: the same one twice would be bad from the second on.
  const others = journal.filter((row) => row.seq !== seq);
  const { firm_id, seq: copied } = others[below(others.length)]!;
  const aside = 1_000_000;
  const rest =
    'firm_id, at, actor_type, actor_id, verb, subject_type, subject_id, case_id, data, prev_hash, hash';
  const statements: Statement[] = [
    // In two steps, or two rows would have the same number for a moment.
    [`update journal set seq = seq + ? where ${own} seq >= ?`, aside, firm_id, seq],
    [`update journal set seq = seq - ? where ${own} seq >= ?`, aside - 1, firm_id, aside],
    [
      `insert into journal (seq, ${rest}) select ${seq}, ${rest} from journal where ${own} seq = ?`,
      firm_id,
      copied < seq ? copied : copied + 1,
    ],
  ];
  return { what: 'insert', statements, seq };
};

const cutAfter = ({ firm_id }: JournalTable, seq: number): Statement => [
  `delete from journal where ${own} seq > ?`,
  firm_id,
  seq,
];
const moveHead = ({ firm_id }: JournalTable, { seq, hash }: Anchor): Statement => [
  'update journal_heads set seq = ?, hash = ? where firm_id = ?',
  seq,
  hash,
  firm_id,
];

const cut: Way = (journal, below) => {
  const left = below(journal.length);
  return { what: 'cut', statements: [cutAfter(journal[0]!, left)], seq: left + 1 };
};

/** The end is gone, and the head says so too: only a head that was kept elsewhere knows of it. */
const fitHead: Way = (journal, below) => {
  const last = journal[below(journal.length - 1)]!;
  const statements = [cutAfter(last, last.seq), moveHead(last, last)];
  return { what: 'cut and fit', statements, seq: last.seq + 1, anchors: [journal.at(-1)!] };
};

/** The chain is made anew from a row on, head and all: the first head kept since then differs. */
const rewrite: Way = (journal, below) => {
  const from = below(journal.length);
  const kept = journal[from + below(journal.length - from)]!;
  const before = journal.slice(0, from).filter(() => below(4) === 0);
  return { what: 'rewrite', statements: rewritten(journal, from), seq: kept.seq, anchors: [...before, kept] };
};

/** Another story from a place in the journal on, sound in itself. */
export function rewritten(journal: readonly JournalTable[], from: number): Statement[] {
  const statements: Statement[] = [];
  let last = journal[from]!.prev_hash;
  for (const [index, row] of journal.slice(from).entries()) {
    const forged = { ...row, verb: index === 0 ? `${row.verb}x` : row.verb, prev_hash: last };
    last = linkHash(forged);
    statements.push([
      `update journal set verb = ?, prev_hash = ?, hash = ? where ${own} seq = ?`,
      forged.verb,
      forged.prev_hash,
      last,
      row.firm_id,
      row.seq,
    ]);
  }
  return [...statements, moveHead(journal[0]!, { seq: journal.length, hash: last })];
}
