/**
 * A firm that is the copy of another: other texts, the same tokens, and the same ids for other things: whoever is a client
 * there is a colleague here, and their case another one. Every key begins with the firm, so the database takes it; and a
 * query that forgets the firm meets a row of the copy, where it would otherwise meet none.
 */
import { DatabaseSync } from 'node:sqlite';
import { newId } from '../../../packages/server-adapter/src/ids.ts';
import { genesis, linkHash, type Link } from '../../../packages/server-adapter/src/journal/chain.ts';
import { canary, prefixOf } from './canary.ts';

export interface Twin {
  readonly firmId: string;
  /** What of the first firm's a text of the copy is: ids and canaries; and the other way round. */
  readonly there: (text: string) => string;
  readonly back: (text: string) => string;
}

type Row = Record<string, string | number | null>;

/** Copies a firm for another letter, in a database that nobody has open. Its id sorts among the firms as it is told. */
export function addTwin(
  file: string,
  from: { readonly letter: string; readonly firmId: string },
  letter: string,
  { sorts, shift }: { readonly sorts: 'first' | 'last'; readonly shift: number },
): Twin {
  const firmId = newId('firm').replace(/_./, sorts === 'first' ? '_0' : '_z');
  const database = new DatabaseSync(file);
  try {
    const rows = rowsOfFirm(database, from.firmId);
    // By when they came to be, so that it is the same in every world.
    const all = [...(rows.get('journal') ?? []), ...[...rows.values()].flat()];
    const ids = exchange(all, shift).set(from.firmId, firmId);
    const twin = {
      firmId,
      there: translate(ids, from.letter, letter),
      back: translate(flip(ids), letter, from.letter),
    };
    database.exec('pragma foreign_keys = off; begin');
    for (const [table, all] of rows) {
      const copies = all.map((row) => mapRow(row, twin.there));
      insert(database, table, table === 'journal' ? chained(copies) : copies);
    }
    database
      .prepare(
        'update journal_heads set hash = (select hash from journal where firm_id = ?1 and seq = journal_heads.seq) where firm_id = ?1',
      )
      .run(firmId);
    database.exec('commit');
    const broken = database.prepare('pragma foreign_key_check').all();
    if (broken.length > 0) throw new Error(`The copy does not hold together: ${JSON.stringify(broken[0])}`);
    return twin;
  } finally {
    database.close();
  }
}

/** All rows of a firm by table. */
function rowsOfFirm(database: DatabaseSync, firmId: string): Map<string, Row[]> {
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all() as { name: string }[];
  const rows = new Map<string, Row[]>();
  for (const { name } of tables) {
    const columns = database.prepare(`select name from pragma_table_info('${name}')`).all() as Row[];
    const column = name === 'firms' ? 'id' : 'firm_id';
    if (columns.some((one) => one['name'] === column))
      rows.set(name, database.prepare(`select * from "${name}" where ${column} = ?`).all(firmId) as Row[]);
  }
  return rows;
}

const idPattern = /\b[a-z]{3,6}_[0-9A-Za-z]{22}\b/g;

/** Gives each id the place of another of its kind: the one `shift` places on. */
function exchange(rows: readonly Row[], shift: number): Map<string, string> {
  const kinds = new Map<string, Set<string>>();
  for (const row of rows)
    for (const id of JSON.stringify(row).match(idPattern) ?? []) {
      const kind = kinds.get(prefixOf(id)) ?? new Set();
      kinds.set(prefixOf(id), kind.add(id));
    }
  const ids = new Map<string, string>();
  for (const kind of kinds.values()) {
    const all = [...kind];
    for (const [index, id] of all.entries()) ids.set(id, all[(index + shift) % all.length]!);
  }
  return ids;
}

const flip = (ids: ReadonlyMap<string, string>) => new Map([...ids].map(([from, to]) => [to, from]));

const translate = (ids: ReadonlyMap<string, string>, from: string, to: string) => (text: string) =>
  text.replace(idPattern, (id) => ids.get(id) ?? id).replaceAll(canaryOf(from), canaryOf(to));

/** `canarya`, also as a part of host names. */
const canaryOf = (letter: string) => canary(letter, 0).slice(0, -2);

const mapRow = (row: Row, map: (text: string) => string): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? map(value) : value]),
  );

/** The journal of the copy as if it had been written there. */
function chained(rows: readonly Row[]): Row[] {
  let last: string = genesis;
  return rows
    .toSorted((a, b) => Number(a['seq']) - Number(b['seq']))
    .map((row) => {
      const link = { ...row, prev_hash: last };
      last = linkHash(link as unknown as Link);
      return { ...link, hash: last };
    });
}

function insert(database: DatabaseSync, table: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    database
      .prepare(`insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values (${places})`)
      .run(...Object.values(row));
  }
}
