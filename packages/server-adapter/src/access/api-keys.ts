import type { Database } from '../sql/database.ts';
import { fromJson } from '../sql/json.ts';
import { prepared } from '../sql/prepared.ts';
import type { KeyActor } from './actor.ts';
import { hashToken, newToken } from './tokens.ts';

/** Makes a key recognisable, to people and to scanners that look for leaked secrets. */
const prefix = 'cf_';
const shape = /^cf_[A-Za-z0-9_-]{43}$/;
/** `last_used_at` is written at most this often. */
const touchSeconds = 60;

/** A key for a system of the firm: `cf_` and 256 random bits. What is stored is its hash. */
export const newApiKey = (): string => `${prefix}${newToken()}`;

const findKey = prepared((db, p: { firm: string; hash: string }) =>
  db
    .selectFrom('api_keys')
    .where('firm_id', '=', p.firm)
    .where('key_hash', '=', p.hash)
    .where('revoked_at', 'is', null)
    .select(['id', 'name', 'scopes', 'last_used_at']),
);

/** Which system of the firm calls, or nobody: unknown, of another firm, or revoked. */
export async function findSystem(
  database: Database,
  firmId: string,
  key: string,
): Promise<KeyActor | undefined> {
  if (!shape.test(key)) return undefined;
  const row = await findKey.first(database.kysely, { firm: firmId, hash: hashToken(key) });
  if (!row) return undefined;
  const now = database.clock().getTime();
  const used = row.last_used_at === null ? 0 : Date.parse(row.last_used_at);
  if (now - used >= touchSeconds * 1000) await touch(database, firmId, row.id);
  return { kind: 'key', id: row.id, name: row.name, scopes: fromJson(row.scopes) };
}

const touch = (database: Database, firmId: string, id: string) =>
  database.transaction((tx) =>
    tx
      .updateTable('api_keys')
      .set({ last_used_at: tx.at })
      .where('firm_id', '=', firmId)
      .where('id', '=', id)
      .execute(),
  );
