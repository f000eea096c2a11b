/** What a story is told with: calls of people by name, and a look at whose rows have changed. */
import type { TestHost } from '../../../packages/server-adapter/src/testing/host.ts';
import type { Tally } from '../lib/goal.ts';
import { endpoints } from './act.ts';
import type { Book } from './book.ts';
import type { World } from './build.ts';
import { canariesIn } from './canary.ts';
import type { Keys } from './firm.ts';
import { codeOf } from './judge.ts';
import { bytesOf, send, type Credential, type Given, type Running } from './server.ts';
import { rowsOf } from './silent.ts';

/** Somebody who comes without anything, and keeps the cookie that they are given. */
export interface Visitor {
  credential: Credential;
  /** What says as whom they look. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly letter: string;
  readonly book: Book;
  readonly keys: Keys;
  readonly host: TestHost;
  readonly running: Running;
  readonly origin: string;
  readonly clock: () => Date;
  id(name: string): string;
  /** Who has this id here. */
  nameOf(id: string): string | undefined;
  email(name: string): string;
  /** Calls what has to succeed. @throws when it does not, which ends the story */
  ok(who: string | Visitor, name: string, input?: Fields, key?: string): Promise<any>;
  /** Calls what has to be refused so. */
  refused(who: string | Visitor, name: string, input: Fields, code: string): Promise<void>;
  /** Whatever is done, of what belongs to single people only that of these changes. */
  only<T>(ids: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Lets the jobs run; the mails that went out, and to whom. */
  mails(): Promise<{ to: string; text: string }[]>;
  expect(holds: boolean, what: string): void;
}

type Fields = Readonly<Record<string, unknown>>;

/** What ends a story early; it has been told already. */
export class Ended extends Error {}

export function createStage(
  world: World,
  running: Running,
  letter: string,
  tally: Tally,
  story: string,
): Stage {
  const book = world.books.get(letter)!;
  const host = book.host;
  const fail = (what: string) => tally.fail(`The story of ${story} at ${letter}: ${what}`);
  const found = new Map(world.callers.filter((one) => one.letter === letter).map((one) => [one.name, one]));
  const own = new Map<string, Visitor>();
  const whoIs = (who: string | Visitor): Visitor => {
    if (typeof who !== 'string') return who;
    const { credential, headers = {} } = found.get(who)!;
    if (!own.has(who)) own.set(who, { credential, headers });
    return own.get(who)!;
  };
  const id = (name: string) => (found.get(name)!.viewer as { id: string }).id;
  const call = async (who: string | Visitor, name: string, input: Fields, key?: string): Promise<Given> => {
    const caller = whoIs(who);
    tally.tried();
    const { credential } = caller;
    const headers = { ...caller.headers, ...(key !== undefined && { 'idempotency-key': key }) };
    const endpoint = endpoints.get(name)!;
    const given = await send(running.server, { host, credential, endpoint, input, headers });
    const set = given.headers['set-cookie'];
    if (set !== undefined)
      caller.credential = /max-age=0/i.test(set) ? {} : { cookie: set.split(';', 1)[0]! };
    for (const { word } of canariesIn(given.text).filter((one) => one.letter !== letter))
      fail(`${name} told ${word} of another firm`);
    return given;
  };
  return {
    letter,
    book,
    running,
    ...{ keys: world.keys, host: world.host, origin: `https://${host}`, clock: running.database.clock },
    id,
    nameOf: (person) =>
      [...found.values()].find(
        ({ viewer, state }) => 'id' in viewer && viewer.id === person && state === 'live',
      )?.name,
    email: (name) => book.people.get(id(name))!.email,
    async ok(who, name, input = {}, key) {
      const given = await call(who, name, input, key);
      if (given.status < 300) {
        tally.positive();
        return given.text === '' ? undefined : JSON.parse(given.text);
      }
      fail(`${name} was refused: ${bytesOf(given)}`);
      throw new Ended();
    },
    async refused(who, name, input, code) {
      const given = await call(who, name, input);
      if (codeOf(given) !== code) fail(`${name} was not ${code}: ${given.status} ${given.text}`);
    },
    async only(ids, work) {
      const before = await rowsOf(running.database, book.firmId);
      const result = await work();
      const after = await rowsOf(running.database, book.firmId);
      for (const [table, person] of changedPeople(before, after))
        if (!ids.includes(person)) fail(`${table} of ${person} changed, which is nobody’s in this`);
      return result;
    },
    async mails() {
      await running.server.settle();
      for (const { text, fromName = '' } of running.mails)
        for (const { word } of canariesIn(`${text} ${fromName}`).filter((one) => one.letter !== letter))
          fail(`a mail has ${word} of another firm`);
      return running.mails.splice(0).map(({ to, text, subject }) => ({ to, text: `${subject} ${text}` }));
    },
    expect(holds, what) {
      if (!holds) fail(what);
    },
  };
}

const personal = new Set([
  ...['people', 'credentials', 'totp', 'passkeys', 'recovery_codes'],
  ...['sessions', 'links', 'shares', 'frozen_shares', 'notifications'],
]);

/** In which table whose rows are others than before. That they were here, or have something to fetch, does not count. */
function changedPeople(before: string, after: string): [table: string, person: string][] {
  const lines = (text: string) =>
    new Set(text.replace(/"(?:version|last_seen_at)":(?:\d+|"[^"]*")/g, '').split('\n'));
  const [old, now] = [lines(before), lines(after)];
  return [...[...old].filter((line) => !now.has(line)), ...[...now].filter((line) => !old.has(line))].flatMap(
    (line): [string, string][] => {
      const table = line.slice(0, line.indexOf(' '));
      const column = table === 'people' ? 'id' : 'person_id';
      const person = new RegExp(`"${column}":"(\\w+)"`).exec(line)?.[1];
      return personal.has(table) && person !== undefined ? [[table, person]] : [];
    },
  );
}
