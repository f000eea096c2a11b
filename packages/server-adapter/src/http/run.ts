/** Calls the service behind an endpoint, with the context that it is promised, and turns what it says into a reply. */
import { walk, type ContractTree, type Endpoint } from '@casefront/core/contract';
import { scopeOf, type Actor } from '../access/actor.ts';
import type { Caller } from '../access/authenticate.ts';
import { countTry, type Limit } from '../access/rate-limit.ts';
import { requireStillIn } from '../access/still-in.ts';
import type { Backend } from '../backend.ts';
import type { Context, FirmRecord, RequestFacts } from '../context.ts';
import { append, journalActor, lockFirm } from '../journal/index.ts';
import type { Services } from '../services.ts';
import type { Database, Executor, Tx } from '../sql/database.ts';
import type { Scoped } from '../sql/scoped.ts';
import { lookingThrough } from '../views/looking.ts';
import { serialize, type Reply } from './answer.ts';
import type { PortalRequest } from './exchange.ts';
import { isSafe } from './guard.ts';
import { once, repeatable } from './idempotency.ts';
import type { Route } from './router.ts';

/** A request that may run. */
export interface Permitted {
  readonly firm: FirmRecord;
  readonly caller: Caller;
  readonly route: Route;
  readonly input: object;
  readonly request: PortalRequest;
  readonly facts: RequestFacts;
}

export type Runner = (permitted: Permitted) => Promise<Reply>;

type Operation = (context: Context, input: object) => Promise<unknown>;

export interface RunnerParts {
  readonly contract: ContractTree;
  /** A function for every endpoint, in the shape of the contract. */
  readonly implementation: object;
  readonly database: Database;
  readonly openBackend: (door: Scoped) => Backend;
  readonly services: Services;
}

/** @throws when an endpoint has no audience or no implementation, so that the server does not even start. */
export function createRunner({
  contract,
  implementation,
  database,
  openBackend,
  services,
}: RunnerParts): Runner {
  const operations = new Map<Endpoint, Operation>();
  for (const { name, endpoint } of walk(contract))
    operations.set(endpoint, operationOf(implementation, name, endpoint));

  return async ({ firm, caller: { actor }, route: { name, endpoint }, input, request, facts }) => {
    const operation = operations.get(endpoint)!;
    const { clock } = database;
    const scope = scopeOf(firm.id, actor);
    const reply = async (executor: Executor, transaction: Context['transaction']): Promise<Reply> => {
      const db = await lookingThrough(executor, { firmId: firm.id, actor, clock, openBackend });
      const door = { db, scope, clock };
      const backend = openBackend(door);
      const context: Context = { ...door, backend, firm, actor, transaction, request: facts, services };
      return serialize(endpoint, await operation(context, input));
    };

    const { sensitive, long } = endpoint.spec;
    if (sensitive && actor.kind !== 'nobody') {
      const limits = readLimits(firm.id, actor, long ? name : undefined);
      const given = await database.transaction(async (tx) => {
        await countTry(tx, services.secret, limits);
        const given = long ? undefined : await reply(tx, (work) => work(tx));
        await recordRead(tx, firm.id, actor, { type: sensitive, endpoint: name, input });
        return given;
      });
      return given ?? reply(database.kysely, (work) => database.transaction(work));
    }
    // Comparing secrets runs outside: it computes for long, and counts tries also when it fails.
    const { audience, checksSecret } = endpoint.spec;
    if (isSafe(request.method) || audience === 'public' || checksSecret || actor.kind === 'nobody') {
      return reply(database.kysely, (work) => database.transaction(work));
    }
    const repeat = repeatable(request, { name, endpoint }, input, firm.id, actor);
    return database.transaction(async (tx) => {
      await lockFirm(tx, firm.id);
      await requireStillIn(tx, firm.id, actor);
      const work = () => reply(tx, (work) => work(tx));
      return repeat ? once(tx, repeat, work) : work();
    });
  };
}

/**
 * How often a person may read what is written down, so that nobody makes the journal grow without end: far more than
 * anybody reads, and of what is long a few times an hour. What a system reads, the firm has asked for.
 */
function readLimits(firmId: string, actor: Actor, long: string | undefined): Limit[] {
  if (actor.kind === 'key') return [];
  const by = String(journalActor(actor).id);
  if (long !== undefined) return [{ key: ['read', firmId, by, long], most: 10, minutes: 60 }];
  return [{ key: ['read', firmId, by], most: 600, minutes: 10 }];
}

/**
 * Keeps who read it: what has been answered is out, also when a page only fetches it once more. Last, because the
 * firm's journal is locked from then on.
 */
async function recordRead(
  tx: Tx,
  firmId: string,
  actor: Exclude<Actor, { kind: 'nobody' }>,
  { type, endpoint, input }: { type: 'thread' | 'person'; endpoint: string; input: { id?: string } },
): Promise<void> {
  // Without an id in the path, it is one's own.
  const subject = { type, id: input.id ?? actor.id };
  await append(tx, {
    firmId,
    actor: journalActor(actor),
    verb: `${type}.read`,
    subject,
    data: { endpoint },
  });
}

function operationOf(implementation: object, name: string, { spec }: Endpoint): Operation {
  if (!spec.audience) throw new Error(`The endpoint ${name} has no audience`);
  let node: unknown = implementation;
  for (const key of name.split('.')) node = (node as Record<string, unknown> | undefined)?.[key];
  if (typeof node !== 'function') throw new Error(`The endpoint ${name} has no implementation`);
  return node as Operation;
}
