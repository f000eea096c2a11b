import type { Entry } from '../journal/entry.ts';
import { isShared, live } from '../shares/visible.ts';
import type { Tx } from '../sql/database.ts';
import { fromJson } from '../sql/json.ts';
import type { Quiet } from '../sql/schema.ts';

/** Someone who is told about an entry. */
export interface Recipient {
  readonly id: string;
  readonly kind: 'client' | 'staff';
  readonly access: 'none' | 'invited' | 'active' | 'disabled';
  readonly email: string;
  /** Whether they have looked at it before they could be told. */
  readonly seen: boolean;
  /** What they do not want to be told. */
  readonly quiet: readonly Quiet[];
}

/**
 * Who can see the subject of an entry now and could when it was written, without the one who wrote it.
 * Of these only the named ones, if any are named, and only colleagues, if it is the firm's own news.
 */
export async function whoCanSee(
  tx: Tx,
  entry: Entry,
  { only, side }: { only?: readonly string[] | undefined; side?: 'firm' | undefined } = {},
): Promise<Recipient[]> {
  const { type, id } = entry.subject;
  if (!isShared(type) || only?.length === 0) return [];
  let people = tx
    .selectFrom('shares')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
    )
    .where('shares.firm_id', '=', entry.firmId)
    .where('shares.subject_type', '=', type)
    .where('shares.subject_id', '=', id)
    .where(live(tx.at))
    .where('shares.shared_seq', '<=', entry.seq)
    .where('people.access', '!=', 'disabled')
    .select(['people.id', 'people.kind', 'people.access', 'people.email', 'people.quiet'])
    .select('shares.seen_seq')
    .orderBy('people.id');
  if (entry.actor.type === 'person') people = people.where('people.id', '!=', entry.actor.id);
  if (only) people = people.where('people.id', 'in', only);
  if (side === 'firm') people = people.where('people.kind', '=', 'staff');
  const rows = await people.execute();
  return rows.map(({ seen_seq, quiet, ...person }) => ({
    ...person,
    quiet: fromJson(quiet),
    seen: seen_seq >= entry.seq,
  }));
}

/** The named people whom the firm lets in, for mails that are not about an item. */
export async function invited(tx: Tx, entry: Entry, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('people')
    .where('firm_id', '=', entry.firmId)
    .where('id', 'in', ids)
    .where('access', '!=', 'disabled')
    .select(['id', 'kind', 'access', 'email', 'quiet'])
    .orderBy('id')
    .execute();
  return rows.map(({ quiet, ...person }) => ({ ...person, quiet: fromJson(quiet), seen: false }));
}
