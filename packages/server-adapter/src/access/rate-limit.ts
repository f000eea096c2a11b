/**
 * How often something may be tried. The counts are in the database, so that all nodes share them, in buckets of a
 * minute: whatever stretch of time one looks at, no more than the limit was let through.
 */
import { createHmac } from 'node:crypto';
import { problem } from '../http/problem.ts';
import type { Tx } from '../sql/database.ts';

const bucket = 60_000;
/** A bucket counts until its last moment is so many minutes ago. */
const lifeOf = ({ minutes = 15 }: Pick<Limit, 'minutes'>) => (minutes + 1) * bucket;

export interface Limit {
  /** What is counted, and for whom: `['sign-in', firm, address]`. */
  readonly key: readonly string[];
  /** Most tries within so many minutes; default: 15. */
  readonly most: number;
  readonly minutes?: number;
}

/**
 * Counts one try against each limit. Refused tries are not counted: the transaction is rolled back.
 *
 * @throws `rate.limited`, with the seconds until a try is free again.
 */
export async function countTry(tx: Tx, secret: Uint8Array, limits: readonly Limit[]): Promise<void> {
  const now = Date.parse(tx.at);
  const current = new Date(now - (now % bucket)).toISOString();
  for (const { key, most, life } of inOrder(secret, limits)) {
    const since = new Date(now - life).toISOString();
    await tx
      .insertInto('rate_counters')
      .values({ key, window_start: current, count: 1 })
      // The row stays locked until the end, so of two tries at once the second sees the first.
      .onConflict((conflict) =>
        conflict
          .columns(['key', 'window_start'])
          .doUpdateSet((eb) => ({ count: eb('rate_counters.count', '+', 1) })),
      )
      .execute();
    const buckets = await tx
      .selectFrom('rate_counters')
      .where('key', '=', key)
      .where('window_start', '>', since)
      .orderBy('window_start')
      .select(['window_start', 'count'])
      .execute();
    const total = buckets.reduce((sum, { count }) => sum + count, 0);
    if (total > most)
      throw problem('rate.limited', { retryAfter: secondsUntilFree(buckets, total - most, life, now) });
  }
}

/** Takes a try back that turned out to be rightful, so that signing in ten times is not guessing ten times. */
export const forgiveTry = (tx: Tx, secret: Uint8Array, limits: readonly Limit[]): Promise<void> =>
  takeBack(tx, secret, limits, 1);

/** Writes the tries down once more as they are: for whoever has to take as long as another who writes something. */
export const rewriteTry = (tx: Tx, secret: Uint8Array, limits: readonly Limit[]): Promise<void> =>
  takeBack(tx, secret, limits, 0);

async function takeBack(tx: Tx, secret: Uint8Array, limits: readonly Limit[], tries: number): Promise<void> {
  const now = Date.parse(tx.at);
  const current = new Date(now - (now % bucket)).toISOString();
  for (const { key } of inOrder(secret, limits)) {
    await tx
      .updateTable('rate_counters')
      .set((eb) => ({ count: eb('count', '-', tries) }))
      .where('key', '=', key)
      .where('window_start', '=', current)
      .where('count', '>', 0)
      .execute();
  }
}

/** Sorted, so that two transactions never lock the same two rows crosswise. Hashed, so that no address is stored. */
const inOrder = (secret: Uint8Array, limits: readonly Limit[]) =>
  limits
    .map((limit) => ({
      key: createHmac('sha256', secret).update(JSON.stringify(limit.key)).digest('base64url'),
      most: limit.most,
      life: lifeOf(limit),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** Until so many buckets have left the window that `excess` tries are gone. */
function secondsUntilFree(
  buckets: readonly { window_start: string; count: number }[],
  excess: number,
  life: number,
  now: number,
) {
  let gone = 0;
  for (const { window_start, count } of buckets) {
    gone += count;
    if (gone >= excess) return Math.max(1, Math.ceil((Date.parse(window_start) + life - now) / 1000));
  }
  return life / 1000;
}
