/** Writes a text into every field that takes it, as whoever may, at a firm of its own. */
import { contract, pathParams, walk, type Endpoint } from '../../../packages/core/src/contract/index.ts';
import { call } from '../../../packages/server-adapter/src/testing/matrix/call.ts';
import { callerOf } from '../../../packages/server-adapter/src/testing/matrix/caller.ts';
import { examples, type Example } from '../../../packages/server-adapter/src/testing/matrix/examples.ts';
import { addPair, type World } from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import type { TestPerson, TestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import type { TestHost } from '../../../packages/server-adapter/src/testing/host.ts';

/** Where a text can go: `threads.start body`. */
export interface Field {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly example: Example;
  readonly path: readonly string[];
}

export interface Written {
  readonly payload: string;
  readonly host: string;
  readonly client: TestPerson;
  readonly caseIds: readonly string[];
  readonly threadIds: readonly string[];
  readonly viewId: string;
  readonly staff: TestPerson;
  /** The texts that the server took, by field. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Shown to nobody. */
const secrets = new Set(['password', 'current', 'token', 'code', 'secret', 'response']);

/** A text that says where it was written; the end of a word, so that nothing about the payload changes. */
export const markedText = (payload: string, field: number | string): string => `${payload} q${field}q`;

/** All fields of all changes that take any words: found by asking the schema. */
export async function findFields(world: World): Promise<Field[]> {
  const fields: Field[] = [];
  for (const { name, endpoint } of walk(contract)) {
    const example = examples[name];
    const { input: schema, audience, checksSecret } = endpoint.spec;
    if (!example || !schema || endpoint.method === 'GET' || audience === 'public' || checksSecret) continue;
    const input = ((await example.input?.(world)) ?? {}) as Record<string, unknown>;
    const paths = [...Object.keys(schema.shape).map((key) => [key]), ...leavesOf(input)];
    for (const path of new Map(paths.map((one) => [one.join('.'), one])).values()) {
      if (path.some((key) => secrets.has(key) || pathParams(endpoint.path).includes(key))) continue;
      if (takes(endpoint, withText(input, path, markedText('Any words', 1))))
        fields.push({ name: `${name} ${path.join('.')}`, endpoint, example, path });
    }
  }
  return fields;
}

/** A firm, its people and everything of theirs, with one text everywhere. */
export async function writeEverywhere(
  portal: TestPortal,
  host: TestHost,
  fields: readonly Field[],
  payload: string,
  index: number,
): Promise<Written> {
  const slug = `firm${index}`;
  const nameOfFirm = markedText(payload.trim(), `firm${index}`);
  const firm = await portal.addFirm(slug, { name: nameOfFirm });
  const { admin } = firm;
  const { secret } = await admin.firm.keys.create({ name: 'Everything', scopes: ['people'] });
  const pair = await addPair(firm);
  const world: World = {
    ...{ portal: { ...portal, firm }, firm, admin, key: secret, host, ...pair },
    ...{ neighbour: pair, stranger: pair },
  };
  const taken = new Map([['the name of the firm', nameOfFirm]]);
  for (const endpoint of new Set(fields.map((field) => field.endpoint))) {
    const those = fields.filter((field) => field.endpoint === endpoint);
    const { example } = those[0]!;
    let input: object = (await example.input?.(world)) ?? {};
    const put = new Map<string, string>();
    for (const { name, path } of those) {
      const text = markedText(payload, `${fields.findIndex((field) => field.name === name)}x${index}`);
      const changed = withText(input, path, text);
      if (!takes(endpoint, changed)) continue;
      input = changed;
      put.set(name, text);
    }
    const { status, text } = await call(await callerOf(world, endpoint, example), endpoint, input);
    if (status >= 300) continue;
    for (const [name, one] of put) taken.set(name, one);
    await showClient(world, endpoint, text);
  }
  // Of colleagues clients see name and title, which the example gives a client.
  for (const key of ['name', 'title'] as const) {
    const text = markedText(payload, `${key}x${index}`);
    await admin.firm.people.update({ id: pair.staff.id, [key]: text });
    taken.set(`firm.people.update ${key} of staff`, text);
  }
  const [cases, threads] = [await pair.client.portal.cases.list(), await pair.client.portal.threads.list()];
  const view = await pair.staff.firm.views.create({ id: pair.client.id });
  const { client, staff } = pair;
  return {
    ...{ payload, client, staff, taken, host: new URL(firm.origin).host },
    caseIds: cases.items.map(({ id }) => id),
    threadIds: threads.items.map(({ id }) => id),
    viewId: view.id,
  };
}

/** What the firm has made, for the client to see. */
async function showClient({ ids, staff }: World, { method, path }: Endpoint, answer: string) {
  if (answer === '' || method !== 'POST') return;
  const { id = '', steps } = JSON.parse(answer) as { id?: string; steps?: { id: string }[] };
  if (path === '/firm/cases') await staff.firm.cases.addParticipant({ id, personId: ids.per });
  if (path === '/firm/events') await staff.firm.shares.create({ type: 'event', id, personId: ids.per });
  if (path.endsWith('/steps'))
    await staff.firm.steps.update({ caseId: ids.case, id: steps!.at(-1)!.id, visible: true });
}

/** What the path is made of is no part of the schema. */
function takes({ path, spec }: Endpoint, input: object): boolean {
  const names = pathParams(path);
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  return spec.input!.safeParse(rest).success;
}

function* leavesOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === 'string') yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
}

/** A copy with a text in one place. */
function withText(input: object, path: readonly string[], value: string): object {
  const copy = structuredClone(input) as Record<string, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[path.at(-1)!] = value;
  return copy;
}
