import type { Selectable } from 'kysely';
import type { FirmRecord } from '../context.ts';
import type { Database, Executor, Tx } from '../sql/database.ts';
import { fromJson } from '../sql/json.ts';
import type { FirmTable } from '../sql/schema.ts';

/** How long a firm is remembered. Its name and colours may change; whom it lets in is looked up afresh (`firmNow`). */
const lifetime = 5_000;
/** How many are remembered at once; when there are more, all are looked up again. */
const mostKnown = 1_000;

/** The firm with this short name. */
export async function firmBySlug(executor: Executor, slug: string): Promise<FirmRecord | undefined> {
  const row = await executor.selectFrom('firms').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row && toRecord(row);
}

export async function firmById(executor: Executor, id: string): Promise<FirmRecord | undefined> {
  const row = await executor.selectFrom('firms').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** A firm as it is at this moment; a request may know it as it was up to five seconds ago. */
export const firmNow = async (tx: Tx, firm: FirmRecord): Promise<FirmRecord> =>
  (await firmById(tx, firm.id)) ?? firm;

/** The firm that a host name, with its port if it has one, leads to. */
export async function firmByHost(executor: Executor, host: string): Promise<FirmRecord | undefined> {
  const row = await executor
    .selectFrom('firm_hosts')
    .innerJoin('firms', 'firms.id', 'firm_hosts.firm_id')
    .where('firm_hosts.host', '=', host.toLowerCase())
    .selectAll('firms')
    .executeTakeFirst();
  return row && toRecord(row);
}

export interface FirmFinder {
  /** The firm of a request: always the one of the configuration, or the one that the host belongs to. */
  find(host: string): Promise<FirmRecord | undefined>;
  /** Looks everything up again, because something about a firm has changed. Other nodes find out within five seconds. */
  forget(): void;
}

export function createFirmFinder(database: Database, slug: string | undefined): FirmFinder {
  let known = new Map<string, { firm: FirmRecord; until: number }>();
  return {
    async find(host) {
      // In lower case, or one host would be kept in all of its spellings.
      const key = slug ?? host.toLowerCase();
      const now = performance.now();
      const remembered = known.get(key);
      if (remembered && now < remembered.until) return remembered.firm;
      // What is found goes into this map: when it was forgotten meanwhile, nobody looks there any more.
      const memory = known;
      const firm = await (slug === undefined
        ? firmByHost(database.kysely, key)
        : firmBySlug(database.kysely, slug));
      // Only firms that exist are kept, so that made-up hosts do not fill the memory.
      if (!firm) memory.delete(key);
      else {
        if (memory.size >= mostKnown) memory.clear();
        memory.set(key, { firm, until: now + lifetime });
      }
      return firm;
    },
    forget() {
      known = new Map();
    },
  };
}

const toRecord = (row: Selectable<FirmTable>): FirmRecord => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  branding: fromJson(row.branding),
  contact: fromJson(row.contact),
  settings: fromJson(row.settings),
  locale: row.locale,
  timeZone: row.time_zone,
  portalUrl: row.portal_url,
  origin: new URL(row.portal_url).origin,
});
