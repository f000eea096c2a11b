/**
 * The silent twin: nobody there ever does anything, so whatever others do, its answers stay what they were before there were
 * others, and its rows stay what they are. What a canary cannot show (counts, an order, a flag) shows here.
 */
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';
import type { Tally } from '../lib/goal.ts';
import type { Random } from '../lib/random.ts';
import type { Book } from './book.ts';
import { turnedAway, type Caller } from './callers.ts';
import { bytesOf, send, type Call, type Running, type Snapshot, openServer } from './server.ts';
import { mapIds, type Template } from './templates.ts';
import type { Twin } from './twin.ts';

export interface Probe {
  readonly name: string;
  readonly endpoint: string;
  readonly call: Omit<Call, 'host'>;
  readonly bytes: string;
}

/** Every read of everybody at a firm, while it is alone: its silent twin must always answer the same. */
export async function recordProbes(
  snapshot: Snapshot,
  book: Book,
  callers: readonly Caller[],
  templates: readonly Template[],
): Promise<Probe[]> {
  const { server } = openServer(snapshot);
  const probes: Probe[] = [];
  for (const { name, endpoint, forAdmins, inputs } of templates) {
    // Reading what is somebody's secret is written down, so it is not silent.
    // Which other firms there are is what one read is about.
    if (endpoint.method !== 'GET' || endpoint.spec.sensitive || name === 'firms.list') continue;
    for (const caller of callers) {
      if (turnedAway(book, caller, endpoint, forAdmins)) continue;
      // Whole lists: where names are equal, ids decide who is on the first page.
      const more = 'limit' in (endpoint.spec.input?.shape ?? {}) ? { limit: 100 } : {};
      for (const input of readings(book, { ...inputs[0], ...more })) {
        const { credential, headers = {} } = caller;
        const call = { credential, headers, endpoint, input };
        const bytes = comparable(bytesOf(await send(server, { ...call, host: book.host })));
        probes.push({ name: `${caller.name} ${name}`, endpoint: name, call, bytes });
      }
    }
  }
  await server.close();
  return probes;
}

/** One reading of each thing that the input may name. */
function readings(book: Book, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (const id of ['', ...book.things.keys()]) {
    const one = mapIds(input, (_, prefix) => (id.startsWith(`${prefix}_`) ? id : undefined));
    found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
}

export interface Silent {
  readonly probes: readonly Probe[];
  readonly twin: Twin;
  readonly book: Book;
  /** All of its rows. */
  readonly rows: string;
}

/** Asks one thing there. */
export async function probe(
  { server }: Running,
  silent: Silent,
  random: Random,
  tally: Tally,
  focus: ReadonlySet<string> = new Set(),
): Promise<void> {
  const near = silent.probes.filter(({ endpoint }) => focus.has(endpoint));
  const { name, call, bytes } = random.pick(near.length > 0 && random.chance(0.6) ? near : silent.probes);
  const { there, back } = silent.twin;
  const moved = <T>(value: T): T => JSON.parse(there(JSON.stringify(value))) as T;
  const input = moved(call.input);
  const given = await send(server, {
    ...call,
    input,
    headers: moved(call.headers ?? {}),
    host: silent.book.host,
  });
  const answer = comparable(back(bytesOf(given)));
  tally.tried();
  if (answer === bytes) tally.positive();
  else tally.fail(`${name} ${JSON.stringify(input)} at the silent firm: ${answer} instead of ${bytes}`);
}

/** Whether something reached its rows. */
export async function checkRows({ database }: Running, silent: Silent, tally: Tally): Promise<void> {
  const rows = await rowsOf(database, silent.book.firmId);
  if (rows !== silent.rows)
    tally.fail(`Rows of the silent firm have changed: ${difference(silent.rows, rows)}`);
}

/**
 * Without what ids decide and nothing else: the order of what happened in the same second, and cursors, which have ids in
 * them in a form that is nobody's business.
 */
function comparable(bytes: string): string {
  const [status, headers, text] = JSON.parse(bytes) as [number, object, string];
  return JSON.stringify([status, headers, text === '' ? '' : sorted(JSON.parse(text))]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(sorted(one))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'next' ? inner !== null : sorted(inner)]),
  );
}

let tables: readonly { readonly name: string }[] | undefined;

export async function rowsOf({ kysely }: Pick<Database, 'kysely'>, firmId: string): Promise<string> {
  const lines: string[] = [];
  tables ??= (await kysely.introspection.getTables()).filter(({ columns }) =>
    columns.some(({ name }) => name === 'firm_id'),
  );
  for (const { name } of tables) {
    const rows = await kysely
      .selectFrom(name as 'people')
      .where('firm_id', '=', firmId)
      .selectAll()
      .execute();
    for (const row of rows) lines.push(`${name} ${JSON.stringify(row)}`);
  }
  return lines.join('\n');
}

function difference(before: string, after: string): string {
  const [old, now] = [new Set(before.split('\n')), new Set(after.split('\n'))];
  const gone = [...old].filter((line) => !now.has(line));
  const come = [...now].filter((line) => !old.has(line));
  return `${gone.slice(0, 2).join(' ')} → ${come.slice(0, 2).join(' ')}`.slice(0, 800);
}
