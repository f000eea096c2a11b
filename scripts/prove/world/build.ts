/**
 * The world of G1: a firm with everybody in it, its twin with the same ids (`twin.ts`), a second twin in which nobody ever
 * does anything, and two firms with ids of their own and fewer conversations.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import { testHost, type TestHost } from '../../../packages/server-adapter/src/testing/host.ts';
import { addPair } from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { endpoints } from './act.ts';
import { ageSessions, moveTouches, settleFactors, switchOff, turnShares } from './age.ts';
import type { Book } from './book.ts';
import type { Caller } from './callers.ts';
import { buildFirm, type BuiltFirm, type Keys } from './firm.ts';
import { openServer, send, type Snapshot } from './server.ts';
import { recordProbes, rowsOf, type Silent } from './silent.ts';
import { makeTemplates, type Template } from './templates.ts';
import { addTwin, type Twin } from './twin.ts';

export interface World {
  readonly snapshot: Snapshot;
  /** By letter: `a` and `b` are twins, `s` is the silent one, `t` and `u` have ids of their own. */
  readonly books: ReadonlyMap<string, Book>;
  readonly callers: readonly Caller[];
  readonly templates: readonly Template[];
  readonly silent: Silent;
  /** What opens what at the first firm, and so at its twins. */
  readonly keys: Keys;
  /** The site around the first firm's portal. */
  readonly host: TestHost;
}

/**
 * Where the twins' ids sort, and how far their things are exchanged. Those of the silent one are the same: what changes a row
 * and forgets the firm changes its row too. Those of the other are exchanged: what looks for a row finds one of other meaning.
 */
const copies = { b: { sorts: 'first', shift: 1 }, s: { sorts: 'last', shift: 0 } } as const;
/** `off`: they had conversations, and have none any more. */
const firms = { a: 'two-way', t: 'off', u: 'firm-only' } as const;

/** `secretWeight`: how often what compares passwords is called, beside 1; each takes as long as 300 other calls. */
export async function buildWorld(folder: string, secretWeight = 0.03): Promise<World> {
  const file = join(folder, 'world.db');
  const secret = randomBytes(32);
  const host = testHost('canarya');
  const authProviders = [host.provider];
  const database = (options: { clock: () => Date }) => sqlite({ file, ...options });
  const portal = await createTestPortal({ database, secret, authProviders });
  const built = new Map<string, BuiltFirm>();
  for (const [letter, messages] of Object.entries(firms))
    built.set(letter, await buildFirm(portal, letter, messages));
  const { book, firm, keys, callers: mains } = built.get('a')!;
  const { admin } = firm;
  const key = mains.find(({ name }) => name === 'key-all')!.credential.bearer!;
  const templates = await makeTemplates(
    {
      ...{ portal: { ...portal, firm }, firm, admin, key, host, ...(await addPair(firm)) },
      ...{ neighbour: await addPair(firm), stranger: await addPair(portal.firm) },
    },
    secretWeight,
  );
  await portal.server.settle();
  // Two hours later, what was to end in an hour has ended.
  portal.clock.pass(2 * 3600);
  const now = portal.clock().toISOString();
  await portal.server.settle();
  await portal.close();

  const callers = [...built.values()].flatMap((one) => one.callers);
  ageSessions(file, callers, now);
  settleFactors(file, callers, now);
  switchOff(file, built.get('t')!.book);
  moveTouches(file, now, 0.05);
  const snapshot = { file, secret, now, authProviders };
  await learnSessions(snapshot, built.values());
  const probes = await recordProbes(snapshot, book, mains, templates);
  const books = new Map([...built].map(([letter, one]) => [letter, one.book]));
  const twins = new Map<string, Twin>();
  for (const [letter, place] of Object.entries(copies)) {
    const twin = addTwin(file, book, letter, place);
    twins.set(letter, twin);
    books.set(letter, { ...mapTexts(book, twin.there), letter, family: book.family });
    callers.push(...mains.map((caller) => ({ ...mapTexts(caller, twin.there), letter })));
  }
  moveTouches(file, now, -0.05, books.get('s')!.firmId);
  turnShares(file, book, now);
  callers.push(...strangers(callers));
  const silent = books.get('s')!;
  const quiet = openServer(snapshot);
  const rows = await rowsOf(quiet.database, silent.firmId);
  await quiet.server.close();
  return {
    snapshot,
    books,
    callers,
    templates,
    keys,
    host,
    silent: { probes, twin: twins.get('s')!, book: silent, rows },
  };
}

/** Which of a person's sessions each caller comes with: whoever ends that one has shut themself out. */
async function learnSessions(snapshot: Snapshot, firms: Iterable<BuiltFirm>): Promise<void> {
  const { server } = openServer(snapshot);
  const endpoint = endpoints.get('sessions.list')!;
  for (const { book, callers } of firms)
    for (const caller of callers) {
      const call = { host: book.host, credential: caller.credential, endpoint, input: {} };
      const { status, text } = await send(server, call);
      if (status !== 200) continue;
      const { items } = JSON.parse(text) as { items: { id: string; current: boolean }[] };
      const current = items.find((one) => one.current);
      if (current) caller.session = current.id;
    }
  await server.close();
}

/** Copies plain data with all of its texts changed. */
function mapTexts<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T;
  if (value instanceof Map) return new Map([...value].map((entry) => mapTexts(entry, map))) as T;
  if (value instanceof Set) return new Set([...value].map((one: unknown) => mapTexts(one, map))) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, map)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapTexts(inner as unknown, map)]),
  ) as T;
}

/** People of another firm, with what opens their own. */
const strangers = (callers: readonly Caller[]): Caller[] =>
  callers
    .filter(({ letter, name }) => letter === 't' && ['ana', 'admin', 'key-all'].includes(name))
    .map((caller) => ({
      ...caller,
      name: `stranger-${caller.name}`,
      letter: 'a',
      viewer: { kind: 'nobody' },
      state: 'dead',
    }));
