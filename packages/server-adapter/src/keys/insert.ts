import type { Scope } from '@casefront/core/contract';
import { newApiKey } from '../access/api-keys.ts';
import { hashToken } from '../access/tokens.ts';
import { newId } from '../ids.ts';
import { append, type JournalActor } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { toJson } from '../sql/json.ts';

export interface NewKey {
  readonly firmId: string;
  readonly actor: JournalActor;
  readonly name: string;
  readonly scopes: Scope[];
}

/** Makes a key. Its secret is in this answer and nowhere else. */
export async function insertKey(
  tx: Tx,
  { firmId, actor, name, scopes }: NewKey,
): Promise<{ id: string; secret: string }> {
  const id = newId('key');
  const secret = newApiKey();
  await tx
    .insertInto('api_keys')
    .values({
      firm_id: firmId,
      id,
      name,
      key_hash: hashToken(secret),
      scopes: toJson(scopes),
      created_by: actor.type === 'person' ? actor.id : null,
      created_at: tx.at,
    })
    .execute();
  await append(tx, { firmId, actor, verb: 'key.created', subject: { type: 'key', id }, data: { scopes } });
  return { id, secret };
}
