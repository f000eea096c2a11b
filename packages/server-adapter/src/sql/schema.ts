/**
 * The tables as Kysely sees them, the same on SQLite and Postgres.
 *
 * - Every row belongs to a firm, and every key begins with `firm_id`, so a reference across firms is an error of the
 *   database and a firm can be moved to a shard of its own.
 * - Instants are text `2026-03-03T15:00:00.000Z`, plain dates text `2026-03-03`; both sort as they are.
 * - Flags are 0 or 1. JSON is text, see `json.ts`. Sequence numbers are integers.
 * - `Generated` means: the table has a default.
 */
import type { CaseTable, ParticipantTable, SealOpeningTable, StepTable, TeamTable } from './tables/cases.ts';
import type { EventTable } from './tables/events.ts';
import type { ChallengeTable, PasskeyTable, RecoveryCodeTable, TotpTable } from './tables/factors.ts';
import type { FirmHostTable, FirmTable } from './tables/firms.ts';
import type { JobCursorTable, JournalHeadTable, JournalTable } from './tables/journal.ts';
import type { LinkRequestTable, LinkTable } from './tables/links.ts';
import type { MigrationTable } from './tables/migrations.ts';
import type { MailTable, NotificationTable } from './tables/news.ts';
import type {
  ApiKeyTable,
  CredentialTable,
  HostTokenTable,
  PersonTable,
  SessionTable,
} from './tables/people.ts';
import type { IdempotencyTable, RateCounterTable } from './tables/requests.ts';
import type { FrozenShareTable, ShareTable } from './tables/shares.ts';
import type { MessageTable, ThreadTable } from './tables/threads.ts';
import type { ViewTable } from './tables/views.ts';

export type * from './tables/cases.ts';
export type * from './tables/columns.ts';
export type * from './tables/events.ts';
export type * from './tables/factors.ts';
export type * from './tables/firms.ts';
export type * from './tables/journal.ts';
export type * from './tables/links.ts';
export type * from './tables/migrations.ts';
export type * from './tables/news.ts';
export type * from './tables/people.ts';
export type * from './tables/requests.ts';
export type * from './tables/shares.ts';
export type * from './tables/threads.ts';
export type * from './tables/views.ts';

export interface Schema {
  firms: FirmTable;
  firm_hosts: FirmHostTable;
  people: PersonTable;
  credentials: CredentialTable;
  sessions: SessionTable;
  host_tokens: HostTokenTable;
  links: LinkTable;
  link_requests: LinkRequestTable;
  totp: TotpTable;
  passkeys: PasskeyTable;
  recovery_codes: RecoveryCodeTable;
  challenges: ChallengeTable;
  api_keys: ApiKeyTable;
  cases: CaseTable;
  steps: StepTable;
  team: TeamTable;
  participants: ParticipantTable;
  seal_openings: SealOpeningTable;
  threads: ThreadTable;
  messages: MessageTable;
  events: EventTable;
  shares: ShareTable;
  views: ViewTable;
  frozen_shares: FrozenShareTable;
  journal: JournalTable;
  journal_heads: JournalHeadTable;
  notifications: NotificationTable;
  mails: MailTable;
  job_cursors: JobCursorTable;
  idempotency: IdempotencyTable;
  rate_counters: RateCounterTable;
  migrations: MigrationTable;
}
