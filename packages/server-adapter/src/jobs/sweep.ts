import type { Database } from '../sql/database.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How long rows are kept after they stopped counting, in milliseconds. */
const kept = {
  /** Answers to repeated requests; Stripe keeps its own for a day, a client that was offline may take longer. */
  idempotency: 30 * day,
  rateCounters: day,
  sessions: day,
};

/** Removes what has had its time. None of it counts any more, so nothing changes for anybody. */
export async function sweep(database: Database): Promise<void> {
  const before = (age: number) => new Date(database.clock().getTime() - age).toISOString();
  await database.transaction(async (tx) => {
    await tx.deleteFrom('sessions').where('expires_at', '<', before(kept.sessions)).execute();
    await tx.deleteFrom('idempotency').where('created_at', '<', before(kept.idempotency)).execute();
    await tx.deleteFrom('rate_counters').where('window_start', '<', before(kept.rateCounters)).execute();
  });
}
