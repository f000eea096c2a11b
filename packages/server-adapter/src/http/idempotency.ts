/**
 * A mutation that was sent twice has one effect, and both senders get the same answer. The key is written in the
 * transaction of the effect, so there is never one without the other; the second of two at the same time waits at the
 * primary key until the first has committed.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../sql/database.ts';
import type { Reply } from './answer.ts';
import type { PortalRequest } from './exchange.ts';
import { issue, problem } from './problem.ts';
import type { Route } from './router.ts';

export interface Repeatable {
  readonly firmId: string;
  /** Keys of different people never meet. */
  readonly actor: string;
  readonly key: string;
  /** Of endpoint and input: the same key with another request is a mistake of the caller. */
  readonly requestHash: string;
  /** The answer holds a secret that is stored nowhere, so it is not kept here either. */
  readonly secret: boolean;
}

/** Reads the key of a mutation; undefined without one. @throws `request.invalid` */
export function repeatable(
  request: PortalRequest,
  route: Pick<Route, 'name' | 'endpoint'>,
  input: object,
  firmId: string,
  actor: Exclude<Actor, { kind: 'nobody' }>,
): Repeatable | undefined {
  const key = request.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    const wrong = issue(['idempotency-key'], 'invalid_header', 'Takes 1 to 128 visible ASCII characters');
    throw problem('request.invalid', { issues: [wrong] });
  }
  return {
    firmId,
    actor: actor.id,
    key,
    requestHash: createHash('sha256')
      .update(JSON.stringify([route.name, input]))
      .digest('hex'),
    secret: route.endpoint.spec.answersSecret ?? false,
  };
}

/**
 * Runs `work` unless the same request has been answered; then gives that answer again. Problems are not kept: they
 * roll back, so the request may be tried again under its key.
 *
 * @throws `idempotency.reused`; `conflict` when the answer cannot be given twice: it was a secret, or is older than 48
 * hours. What it said is not kept for longer (`jobs/sweep.ts`); that it was done is known for 30 days, so that even
 * then nothing is done twice.
 */
export async function once(tx: Tx, request: Repeatable, work: () => Promise<Reply>): Promise<Reply> {
  const { firmId, actor, key, requestHash } = request;
  const claimed = await tx
    .insertInto('idempotency')
    .values({
      firm_id: firmId,
      actor,
      key,
      request_hash: requestHash,
      status: null,
      body: null,
      created_at: tx.at,
    })
    .onConflict((conflict) => conflict.columns(['firm_id', 'actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!claimed) return earlier(tx, request);

  const reply = await work();
  await tx
    .updateTable('idempotency')
    .set({ status: reply.status, body: request.secret ? null : (reply.body ?? null) })
    .where('firm_id', '=', firmId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute();
  return reply;
}

async function earlier(tx: Tx, { firmId, actor, key, requestHash }: Repeatable): Promise<Reply> {
  const { request_hash, status, body } = await tx
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'body'])
    .where('firm_id', '=', firmId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (request_hash !== requestHash) throw problem('idempotency.reused');
  // A row is only seen once its transaction has committed, so it has a status.
  if (status === null || (status !== 204 && body === null)) throw problem('conflict');
  return { status, body: body ?? undefined };
}
