/** Keys for the firm's systems. Admins only; a key has no scope for keys, so it cannot make another one. */
import type { Scope } from '@casefront/core/contract';
import type { ApiKey } from '@casefront/core/contract/firm/keys';
import { requirePower } from '../access/roles.ts';
import type { FirmContext } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { append, journalActor } from '../journal/index.ts';
import { fromJson } from '../sql/json.ts';
import { insertKey } from './insert.ts';

/** The keys that work, newest first. */
export async function listKeys({ firm, actor, db }: FirmContext): Promise<{ items: ApiKey[] }> {
  requirePower(actor, 'manage-keys');
  const rows = await db
    .selectFrom('api_keys')
    .where('firm_id', '=', firm.id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .select(['id', 'name', 'scopes', 'created_at', 'last_used_at'])
    .execute();
  const items = rows.map(({ id, name, scopes, created_at, last_used_at }) => ({
    id,
    name,
    scopes: fromJson(scopes),
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }));
  return { items };
}

/** Makes a key. Its secret is in this answer and nowhere else. */
export function createKey(
  { firm, actor, transaction }: FirmContext,
  { name, scopes }: { name: string; scopes: Scope[] },
): Promise<ApiKey & { secret: string }> {
  requirePower(actor, 'manage-keys');
  return transaction(async (tx) => {
    const key = await insertKey(tx, { firmId: firm.id, actor: journalActor(actor), name, scopes });
    return { ...key, name, scopes, createdAt: tx.at, lastUsedAt: null };
  });
}

/** Ends a key: the next request with it is nobody's. */
export function revokeKey({ firm, actor, transaction }: FirmContext, id: string): Promise<void> {
  requirePower(actor, 'manage-keys');
  return transaction(async (tx) => {
    const revoked = await tx
      .updateTable('api_keys')
      .set({ revoked_at: tx.at })
      .where('firm_id', '=', firm.id)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!revoked) notFound();
    const by = { firmId: firm.id, actor: journalActor(actor) };
    await append(tx, { ...by, verb: 'key.revoked', subject: { type: 'key', id } });
  });
}
