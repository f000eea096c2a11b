import { activitySql } from './activity/sql.ts';
import type { ActivityBackend } from './activity/backend.ts';
import type { CasesBackend } from './cases/backend.ts';
import type { FirmCasesBackend } from './cases/firm/backend.ts';
import { firmCasesSql } from './cases/firm/sql.ts';
import { casesSql } from './cases/sql.ts';
import type { ChecklistBackend } from './checklist/backend.ts';
import { checklistSql } from './checklist/sql.ts';
import type { EventsBackend } from './events/backend.ts';
import type { FirmEventsBackend } from './events/firm/backend.ts';
import { firmEventsSql } from './events/firm/sql.ts';
import { eventsSql } from './events/sql.ts';
import type { NotificationsBackend } from './notifications/backend.ts';
import { notificationsSql } from './notifications/sql.ts';
import type { PeopleBackend } from './people/backend.ts';
import { peopleSql } from './people/sql.ts';
import type { ProfileBackend } from './profile/backend.ts';
import { profileSql } from './profile/sql.ts';
import type { SharesBackend } from './shares/backend.ts';
import { sharesSql } from './shares/sql.ts';
import type { Scoped } from './sql/scoped.ts';
import type { ThreadsBackend } from './threads/backend.ts';
import { threadsSql } from './threads/sql.ts';

/** The nouns, each behind its port, as one scope may see and change them. */
export interface Backend {
  readonly cases: CasesBackend;
  readonly firmCases: FirmCasesBackend;
  readonly threads: ThreadsBackend;
  readonly events: EventsBackend;
  readonly firmEvents: FirmEventsBackend;
  readonly activity: ActivityBackend;
  readonly notifications: NotificationsBackend;
  readonly people: PeopleBackend;
  readonly shares: SharesBackend;
  readonly profile: ProfileBackend;
  readonly checklist: ChecklistBackend;
}

/**
 * The default backend: everything in the portal's own database. A firm with a practice-management system of its own
 * replaces the nouns that it has.
 *
 * @example
 * const openBackend = (door: Scoped): Backend => ({ ...sqlBackend(door), events: practiceEvents(door) });
 */
export const sqlBackend = (door: Scoped): Backend => ({
  cases: casesSql(door),
  firmCases: firmCasesSql(door),
  threads: threadsSql(door),
  events: eventsSql(door),
  firmEvents: firmEventsSql(door),
  activity: activitySql(door),
  notifications: notificationsSql(door),
  people: peopleSql(door),
  shares: sharesSql(door),
  profile: profileSql(door),
  checklist: checklistSql(door),
});
