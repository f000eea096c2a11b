/** G3: an answer has no field that is not on the list, and no write changes a column that is not its own. */
import { pathParams } from '../../../packages/core/src/contract/index.ts';
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';
import type { World } from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import { readGolden } from '../fields/golden.ts';
import { isListed, pathsOf } from '../fields/paths.ts';
import { openStage, played, type Played } from '../fields/stage.ts';
import { columnsOf, rowsOf, secretsIn } from '../fields/tables.ts';
import type { Prove, Tally, Trial } from '../lib/goal.ts';

export const prove: Prove = async (trial) => {
  const world = await openStage();
  const all = played(world);
  for (let round = 0; round < trial.size(5); round++) for (const one of all) await read(world, one, trial);
  const columns = await columnsOf(world.portal.database);
  const writes = all.filter(({ endpoint }) => endpoint.method !== 'GET');
  for (const one of writes.slice(0, trial.size(writes.length))) await write(world, one, columns, trial.tally);
  await world.portal.close();
};

const golden = readGolden();

async function read({ portal }: World, { name, endpoint, input, open }: Played, { tally, random }: Trial) {
  const given = await input();
  const { status, text } = await (await open())(given);
  tally.tried();
  if (status === 429) return; // how often is for G17
  if (status >= 300) return tally.fail(`${name}: ${status} ${text}`);
  const list = golden[`${name} for ${endpoint.spec.audience}`] ?? [];
  const fields = text === '' ? [] : [...new Set(pathsOf(JSON.parse(text)))];
  for (const field of beyond(fields, list)) tally.fail(`${name}: ${field} is not on the list`);
  // Of a list without one of the fields, that field is beyond.
  const without = random.maybe(fields.filter((field) => list.includes(field)));
  if (
    without !== undefined &&
    beyond(
      fields,
      list.filter((field) => field !== without),
    ).includes(without)
  )
    tally.positive();
  for (const secret of await secretsIn(portal.database)) {
    if (text.includes(secret.value)) tally.fail(`${name}: tells ${secret.column}`);
  }
}

const beyond = (fields: readonly string[], list: readonly string[]): string[] => {
  const allowed = new Set(list);
  return fields.filter((field) => !isListed(field, allowed));
};

/** Values that would do harm where they were taken. */
const harmful = (world: World): Readonly<Record<string, unknown>> => ({
  firm_id: world.stranger.client.id,
  role: 'admin',
  access: 'active',
  stage: 'complete',
  visible: true,
  person_id: world.neighbour.client.id,
});

async function write(
  world: World,
  { name, endpoint, input, open }: Played,
  columns: readonly string[],
  tally: Tally,
) {
  const { database } = world.portal;
  const own = new Set([...Object.keys(endpoint.spec.input?.shape ?? {}), ...pathParams(endpoint.path)]);
  const given = await input();
  const send = await open();
  const before = await rowsOf(database);
  const others = columns.filter((column) => !own.has(column));
  const wrong = harmful(world);
  const valueOf = (column: string) =>
    wrong[column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? 'x';
  const bodies = others.map((column) => ({ ...given, [column]: valueOf(column) }));
  bodies.push({ ...given, ...Object.fromEntries(others.map((column) => [column, valueOf(column)])) });
  for (const body of bodies) {
    tally.tried();
    const { status } = await send(body);
    if (status < 400)
      tally.fail(
        `${name} takes ${Object.keys(body)
          .filter((key) => !own.has(key))
          .join(', ')}`,
      );
  }
  await compare(database, before, (changed) => tally.fail(`${name} was refused, and changed ${changed}`));

  // The control: what it may change, it does.
  const { status } = await send(given);
  if (status < 300 && (await rowsOf(database)) !== before) tally.positive();
}

async function compare(database: Database, before: string, fail: (changed: string) => void): Promise<void> {
  const after = await rowsOf(database);
  if (after === before) return;
  const old = new Set(before.split('\n'));
  fail(after.split('\n').find((row) => !old.has(row)) ?? 'something that is gone');
}
