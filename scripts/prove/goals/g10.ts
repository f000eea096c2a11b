/** G10: no request, whatever is in it, makes the server fail, and every answer is one that the contract names. */
import fc from 'fast-check';
import * as z from 'zod';
import { contract, pathParams, walk, type Endpoint } from '../../../packages/core/src/contract/index.ts';
import { sqlBackend } from '../../../packages/server-adapter/src/backend.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import { call, type Given } from '../../../packages/server-adapter/src/testing/matrix/call.ts';
import { callerOf } from '../../../packages/server-adapter/src/testing/matrix/caller.ts';
import { examples } from '../../../packages/server-adapter/src/testing/matrix/examples.ts';
import {
  addPair,
  createWorld,
  type World,
} from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import { sender, sendersOf, type Sender } from '../fuzz/callers.ts';
import { judge } from '../fuzz/judge.ts';
import { mutate, spoiling, textOf, type Spoiling } from '../fuzz/mutate.ts';
import type { Prove, Tally } from '../lib/goal.ts';

const most = 50 * 2 ** 20;
/** Endpoints after which everything is loaded and compiled. */
const warm = 10;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export const prove: Prove = async ({ size, tally, random, seed }) => {
  process.on('unhandledRejection', (error) => tally.fail(`Nobody handled ${String(error)}`));
  await control(tally);
  const open = async (options: object) => {
    const database = sqlite({ file: ':memory:', ...options });
    await database.migrate();
    return database;
  };
  const world = await createWorld(open, { logger: quiet });
  // What a firm sets holds for everybody afterwards.
  const isLast = ({ name }: { name: string }) => Number(name === 'firm.settings.update');
  const endpoints = [...walk(contract)].toSorted((one, other) => isLast(one) - isLast(other));
  const each = Math.ceil(size(50_000) / endpoints.length);
  const statuses = new Map<number, number>();
  let before: number | undefined;
  for (const [index, { name, endpoint }] of endpoints.entries()) {
    const example = examples[name];
    if (!example) continue; // the matrix demands one of every endpoint
    // What spoiled requests have done to one pair is no matter of the next.
    const admin = await world.firm.addStaff('Eve Ahl', 'admin');
    const own: World = { ...world, admin, ...(await addPair(world.firm)) };
    const input = (await example.input?.(own)) ?? {};
    const caller = await callerOf(own, endpoint, example);
    const right = caller.cookie === undefined ? undefined : sender(own, { cookie: caller.cookie });
    const senders = await sendersOf(own);
    for (const spoiled of fc.sample(spoiling, { numRuns: each, seed: seed + index })) {
      const by = (random.chance(0.5) ? right : undefined) ?? random.pick(senders);
      const [given, wrong] = await send(by, endpoint, input, spoiled);
      tally.tried();
      statuses.set(given.status, (statuses.get(given.status) ?? 0) + 1);
      if (given.status < 300) tally.positive();
      if (wrong) tally.fail(`${name} ${wrong}\nwith ${JSON.stringify(spoiled).slice(0, 600)}`);
    }
    if (index === warm) before = heap();
  }
  const grown = heap() - (before ?? NaN);
  tally.fact('heap', `${(grown / 2 ** 20).toFixed(1)}MB`);
  for (const [status, count] of [...statuses].toSorted(([a], [b]) => a - b))
    tally.fact(String(status), count);
  if (grown > most) tally.fail(`The heap grew by ${grown} bytes`);
  await world.portal.close();
};

/** One spoiled request, and what is wrong with its answer. */
async function send(
  by: Sender,
  endpoint: Endpoint,
  input: object,
  { mutations, query, headers, cut }: Spoiling,
): Promise<[given: Given, wrong: string | undefined]> {
  const spoiled = mutate(input, mutations);
  const names = pathParams(endpoint.path);
  for (const name of names) spoiled[name] = encodeURIComponent(textOf(spoiled[name]).toWellFormed());
  const rest = Object.fromEntries(Object.entries(spoiled).filter(([name]) => !names.includes(name)));
  const isRead = endpoint.method === 'GET';
  if (isRead) for (const [key, value] of Object.entries(spoiled)) spoiled[key] = textOf(value);
  const body = JSON.stringify(rest).slice(0, cut);
  const given = await call(by, endpoint, spoiled, {
    headers,
    ...(!isRead && { body }),
    ...(query !== undefined && { query }),
  });
  const schema = endpoint.spec.input ?? z.strictObject({});
  const fits = isRead || cut !== undefined ? undefined : schema.safeParse(JSON.parse(body)).success;
  const elsewhere = names.some((name) => !/^[a-z]{2,8}_[0-9A-Za-z]{22}$/.test(textOf(spoiled[name])));
  return [given, judge({ endpoint, given, elsewhere, fits })];
}

/** What is in use after everything that can go has gone. */
function heap(): number {
  global.gc!();
  return process.memoryUsage().heapUsed;
}

/** The control: a server whose own code throws for one endpoint is found out. */
async function control(tally: Tally): Promise<void> {
  const portal = await createTestPortal({
    logger: quiet,
    backend: (door) => ({
      ...sqlBackend(door),
      activity: { list: () => Promise.reject(new TypeError('planted')) },
    }),
  });
  const ana = await portal.firm.addClient();
  const endpoint = contract.activity.list;
  const nothing = { mutations: [], query: undefined, headers: {}, cut: undefined };
  const [, wrong] = await send(ana, endpoint, {}, nothing);
  if (wrong?.includes('500')) tally.positive();
  else tally.fail('A server that fails was not noticed');
  await portal.close();
}
