/**
 * Who sees what: the one rule. Every list, count, bubble, notification, mail and live event goes through `live`, either
 * by `visible` (a condition on an item's own table) or by `shared` (the shares of one person, to join items to).
 */
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import type { SubjectType } from '@casefront/core/contract/values';
import type { Scope } from '../access/actor.ts';
import type { Schema } from '../sql/schema.ts';

/** Where the items of a type are. */
const tables = { case: 'cases', thread: 'threads', event: 'events' } as const satisfies Record<
  SubjectType,
  keyof Schema
>;

/** As much of a scope as queries need; in a prepared query its ids are placeholders. */
export type ScopeOf = Pick<Scope, 'firmId' | 'personId' | 'sees'>;

/** Whether things of this type are shared at all. */
export const isShared = (type: string): type is SubjectType => Object.hasOwn(tables, type);

/** A share counts from its first moment up to, not including, its last. The query must have `shares` in it. */
export const live = (now: string): Expression<SqlBool> =>
  sql<SqlBool>`(shares.from_at <= ${now} and (shares.until_at is null or shares.until_at > ${now}))`;

/**
 * A share that counts, or is going to. One that ends where it begins was taken back. The query must have `shares` in it.
 */
export const standing = (now: string): Expression<SqlBool> =>
  sql<SqlBool>`(shares.until_at is null or (shares.until_at > ${now} and shares.until_at > shares.from_at))`;

/**
 * Whether the scope lists a type by the items' own table instead of by shares: it sees all of its firm's but what is
 * sealed, so the query filters by `visible` all the same. Conversations go by shares also for admins; an API key has no
 * person, and reads them all if its scopes let it in.
 */
export const seesAll = ({ sees, personId }: Pick<ScopeOf, 'sees' | 'personId'>, type: SubjectType): boolean =>
  sees === 'firm' && (type !== 'thread' || personId === null);

/**
 * The condition that an item of `type` is visible. The query must have the item's own table in it, under its own name.
 *
 * @param shares What to take for the table of shares, under its own name; see `views/through.ts`.
 *
 * @example
 * db.selectFrom('cases').where('id', '=', id).where(visible(scope, 'case', now)).selectAll()
 */
export function visible(
  scope: ScopeOf,
  type: SubjectType,
  now: string,
  shares: Expression<unknown> = sql`shares`,
): Expression<SqlBool> {
  const table = tables[type];
  const ofFirm = sql<SqlBool>`${sql.ref(`${table}.firm_id`)} = ${scope.firmId}`;
  const hasShare = (of: SubjectType, id: string) =>
    sql<SqlBool>`exists (select 1 from ${shares} where shares.firm_id = ${scope.firmId}
      and shares.person_id = ${scope.personId} and shares.subject_type = ${of} and shares.subject_id = ${sql.ref(id)}
      and ${live(now)})`;
  const mine = hasShare(type, `${table}.id`);
  if (!seesAll(scope, type)) return sql<SqlBool>`(${ofFirm} and ${mine})`;
  if (type === 'case') return sql<SqlBool>`(${ofFirm} and (cases.sealed = 0 or ${mine}))`;
  // What belongs to a sealed case is for whoever has a share of the case: its team.
  return sql<SqlBool>`(${ofFirm} and not exists (select 1 from cases as sealed
    where sealed.firm_id = ${scope.firmId} and sealed.id = ${sql.ref(`${table}.case_id`)} and sealed.sealed = 1
    and not ${hasShare('case', 'sealed.id')}))`;
}

/**
 * The live shares of one person, to join their items to: for lists by last activity, which the index on `order_at`
 * gives in order. Not for scopes that see all (`seesAll`): those list the items' own table.
 *
 * @example
 * shared(db, scope, 'case', now)
 *   .innerJoin('cases', (join) => join.onRef('cases.firm_id', '=', 'shares.firm_id').onRef('cases.id', '=', 'shares.subject_id'))
 *   .orderBy('shares.order_at', 'desc').orderBy('shares.subject_id', 'desc')
 */
export const shared = (
  db: Kysely<Schema>,
  scope: Pick<ScopeOf, 'firmId' | 'personId'>,
  type: SubjectType,
  now: string,
) =>
  db
    .selectFrom('shares')
    .where('shares.firm_id', '=', scope.firmId)
    .where('shares.person_id', '=', scope.personId)
    .where('shares.subject_type', '=', type)
    .where(live(now));
