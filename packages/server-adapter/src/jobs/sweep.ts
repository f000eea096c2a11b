import type { Database } from '../sql/database.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How long rows are kept after they stopped counting, in milliseconds. */
const kept = {
  /** That a request was done, so that it is never done twice. */
  idempotency: 30 * day,
  /** What was answered to it, messages included: long enough for a client that was offline over night. */
  answers: 2 * day,
  /** The longest limit looks back a day, and a minute. */
  rateCounters: 2 * day,
  sessions: day,
  views: day,
  hostTokens: day,
  /** Whoever still has an invitation may ask for another in its place; the other links are good for hours. */
  links: 30 * day,
  /** Answered within seconds; what could not be answered for so long nobody waits for any more. */
  linkRequests: day,
};

/** Removes what has had its time. None of it counts any more, so nothing changes for anybody. */
export async function sweep(database: Database): Promise<void> {
  const before = (age: number) => new Date(database.clock().getTime() - age).toISOString();
  await database.transaction(async (tx) => {
    await tx.deleteFrom('sessions').where('expires_at', '<', before(kept.sessions)).execute();
    await tx
      .deleteFrom('links')
      .where('expires_at', '<', before(kept.links))
      .where('purpose', '!=', 'invitation')
      .execute();
    await tx.deleteFrom('link_requests').where('created_at', '<', before(kept.linkRequests)).execute();
    await tx.deleteFrom('views').where('expires_at', '<', before(kept.views)).execute();
    await tx.deleteFrom('host_tokens').where('good_until', '<', before(kept.hostTokens)).execute();
    await tx.deleteFrom('challenges').where('expires_at', '<', before(0)).execute();
    await tx
      .deleteFrom('totp')
      .where('state', '=', 'begun')
      .where('at', '<', before(kept.sessions))
      .execute();
    await tx
      .updateTable('idempotency')
      .set({ body: null })
      .where('created_at', '<', before(kept.answers))
      .where('body', 'is not', null)
      .execute();
    await tx.deleteFrom('idempotency').where('created_at', '<', before(kept.idempotency)).execute();
    await tx.deleteFrom('rate_counters').where('window_start', '<', before(kept.rateCounters)).execute();
  });
}
