/** Inputs to make calls of: the example of each endpoint, with its ids and its texts to be put in anew each time. */
import type * as z from 'zod';
import type { Endpoint } from '../../../packages/core/src/contract/index.ts';
import { examples } from '../../../packages/server-adapter/src/testing/matrix/examples.ts';
import type { World as MatrixWorld } from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import { endpoints } from './act.ts';
import { canary, prefixOf } from './canary.ts';

export interface Template {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** Only admins may call it, whatever the contract's audience says. */
  readonly forAdmins: boolean;
  /** How often it is called, beside 1. */
  readonly weight: number;
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
  /** Fields that take any words. */
  readonly texts: readonly string[];
  /** Fields that take any address. */
  readonly addresses: readonly string[];
}

/** What the examples leave out, and what who may do what depends on. Ids only say what kind of thing it is about. */
const variants = ({ ids, staff, client }: MatrixWorld): Readonly<Record<string, readonly object[]>> => {
  const about = { case: ids.case, thread: ids.thr, event: ids.evt };
  const each = (more: object = {}) => Object.entries(about).map(([type, id]) => ({ type, id, ...more }));
  const person = { name: 'Bo Lind', email: 'bo@people.example' };
  const letter = { caseId: ids.case, subject: 'A question', body: 'When?' };
  return {
    'firm.people.create': [
      { kind: 'staff', role: 'attorney', ...person },
      { kind: 'staff', role: 'staff', externalId: 'external-boss', ...person },
    ],
    'firm.people.update': [{ id: ids.per, role: 'attorney' }],
    'firm.shares.list': each(),
    'firm.shares.create': each({ personId: ids.per }),
    'firm.shares.end': each({ personId: ids.per }),
    'notifications.seen': each({ revision: 1_000_000 }),
    'firm.steps.create': [{ caseId: ids.case, title: 'Step', visible: true }],
    'firm.steps.update': [
      { caseId: ids.case, id: ids.step, visible: true },
      { caseId: ids.case, id: ids.step, visible: false },
      { caseId: ids.case, id: ids.step, position: 0 },
    ],
    'firm.cases.setTeam': [{ id: ids.case, members: [{ personId: staff.id }, { personId: ids.per }] }],
    'firm.cases.addParticipant': [
      { id: ids.case, personId: ids.per, role: 'payer', consentOn: '2026-01-01' },
      { id: ids.case, personId: ids.per, role: 'contact' },
    ],
    'firm.cases.updateParticipant': [
      { id: ids.case, personId: ids.per, role: 'payer', consentOn: '2026-01-01' },
      { id: ids.case, personId: ids.per, role: 'client' },
      { id: ids.case, personId: ids.per, permissions: ['case', 'messages'] },
      { id: ids.case, personId: ids.per, permissions: ['case'] },
    ],
    'firm.threads.start': [{ ...letter, recipientIds: [client.id, ids.per], authorId: staff.id }],
    'firm.messages.reply': [{ id: ids.thr, body: 'Soon.', authorId: staff.id }],
    'firm.people.list': [{ kind: 'staff' }, {}],
    'events.list': [{ when: 'past' }],
  };
};

const secrets = new Set(['password', 'current', 'token', 'code', 'secret']);
/** What takes something away is called less often, or soon there would be nothing left to see. */
const taking = /\.(?:end|endOthers|remove\w*|revoke|setTeam|disable|cancel)$/;

export async function makeTemplates(stage: MatrixWorld, secretWeight: number): Promise<Template[]> {
  const templates: Template[] = [];
  const more = variants(stage);
  for (const [name, endpoint] of endpoints) {
    // The contract matrix fails until there is an example; until then there is nothing to call it with.
    const example = examples[name];
    if (!example) continue;
    const { input, as } = example;
    const inputs = [await input?.(stage), await input?.(stage), ...(more[name] ?? [])].map(
      (one) => (one ?? {}) as Record<string, unknown>,
    );
    const takes = (text: string) => fieldsThat(endpoint, (schema) => schema.safeParse(text).success);
    const texts = takes(`${canary('a', 1)} words`).filter((field) => !secrets.has(field));
    const addresses = takes(`${canary('a', 1)}@people.example`).filter((field) => !texts.includes(field));
    templates.push({
      ...{ name, endpoint, inputs, texts, addresses },
      forAdmins: as === 'admin',
      weight: weightOf(name, endpoint, secretWeight),
    });
  }
  return templates;
}

function weightOf(name: string, { spec, method }: Endpoint, secretWeight: number): number {
  if (spec.checksSecret || (spec.audience === 'public' && method !== 'GET')) return secretWeight;
  return taking.test(name) ? 0.3 : 1;
}

const fieldsThat = ({ spec }: Endpoint, test: (schema: z.ZodType) => boolean): string[] =>
  Object.entries(spec.input?.shape ?? {})
    .filter(([, schema]) => test(schema as z.ZodType))
    .map(([field]) => field)
    // A query of one's own words would find nothing that anybody wrote.
    .filter((field) => field !== 'cursor');

/** The input with each id replaced by what `choose` says; undefined leaves it. */
export function mapIds<T>(
  value: T,
  choose: (id: string, prefix: string, field: string) => string | undefined,
  field = '',
): T {
  if (typeof value === 'string')
    return (
      /^[a-z]{3,6}_[0-9A-Za-z]{22}$/.test(value) ? (choose(value, prefixOf(value), field) ?? value) : value
    ) as T;
  if (Array.isArray(value)) return value.map((inner: unknown) => mapIds(inner, choose, field)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapIds(inner as unknown, choose, key)]),
  ) as T;
}
