/** What somebody may be shown of a case, by their part in it. Nothing is shared with a participant beyond it. */
import type { ParticipantRole, Permission } from '@casefront/core/contract/firm/participant-roles';
import type { SubjectType } from '@casefront/core/contract/values';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Executor } from '../sql/database.ts';
import { fromJson } from '../sql/json.ts';
import { prepared } from '../sql/prepared.ts';

/** The part of somebody who is in a case now. */
export interface Part {
  readonly role: ParticipantRole;
  readonly permissions: readonly Permission[];
  /** When it ends by itself. */
  readonly until: string | null;
  /** Since when nothing of the case reaches them. */
  readonly frozenAt: string | null;
  /** When the client agreed that somebody else pays. */
  readonly consentOn: string | null;
}

/** What it takes to be shown an item. */
export const permissionFor = {
  case: 'case',
  thread: 'messages',
  event: 'events',
} as const satisfies Record<SubjectType, Permission>;

export const mayBeShown = ({ permissions, frozenAt }: Part, type: SubjectType): boolean =>
  frozenAt === null && permissions.includes(permissionFor[type]);

/** The condition that a row of `participants` is of somebody who is in the case: neither left, nor at their end. */
export const isIn = (now: string): Expression<SqlBool> =>
  sql<SqlBool>`(participants.left_at is null and (participants.until_at is null or participants.until_at > ${now}))`;

/** Undefined for whoever is not a participant now: colleagues, strangers, those who have left. */
export async function partIn(
  executor: Executor,
  key: { firm: string; caseId: string; person: string; now: string },
): Promise<Part | undefined> {
  const row = await find.first(executor, key);
  return (
    row && {
      role: row.role,
      permissions: fromJson(row.permissions),
      until: row.until_at,
      frozenAt: row.frozen_at,
      consentOn: row.consent_on,
    }
  );
}

const find = prepared((db, p: { firm: string; caseId: string; person: string; now: string }) =>
  db
    .selectFrom('participants')
    .where('firm_id', '=', p.firm)
    .where('case_id', '=', p.caseId)
    .where('person_id', '=', p.person)
    .where(isIn(p.now))
    .select(['role', 'permissions', 'until_at', 'frozen_at', 'consent_on']),
);

/** The one of two ends that comes first; null is no end. */
export const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;
