/**
 * The tables as Kysely sees them, the same on SQLite and Postgres.
 *
 * - Every row belongs to a firm, and every key begins with `firm_id`, so a reference across firms is an error of the
 *   database and a firm can be moved to a shard of its own.
 * - Instants are text `2026-03-03T15:00:00.000Z`, plain dates text `2026-03-03`; both sort as they are.
 * - Flags are 0 or 1. JSON is text, see `json.ts`. Sequence numbers are integers.
 * - `Generated` means: the table has a default.
 */
import type { Generated } from 'kysely';
import type { Scope as KeyScope } from '@casefront/core/contract';
import type { Branding, Contact } from '@casefront/core/contract/firm';
import type { SubjectType } from '@casefront/core/contract/values';
import type { Json } from './json.ts';

export type Flag = 0 | 1;
/** `YYYY-MM-DDTHH:mm:ss.sssZ` */
export type InstantText = string;
/** `YYYY-MM-DD` */
export type DateText = string;

/** What a firm may set for its portal. */
export interface FirmSettings {
  /** Sections of the navigation, in order. */
  sections: string[];
  /** Minutes without an act of the person after which a session ends. */
  idleMinutes: number;
  /** `firm-only`: clients read what the firm writes. `off`: there are no conversations. Default: `two-way`. */
  messages?: 'off' | 'firm-only' | 'two-way';
  /** The page where staff work; notices to them lead there. Default: the portal's page. */
  deskUrl?: string;
}

export interface FirmTable {
  id: string;
  /** Short name for configuration and the command line: `harborview`. */
  slug: string;
  name: string;
  branding: Json<Branding>;
  contact: Json<Contact>;
  settings: Json<FirmSettings>;
  locale: string;
  time_zone: string;
  /** The page that links in mails point to; never taken from a request's headers. */
  portal_url: string;
  created_at: InstantText;
}

/** Host names that lead to a firm, lower case, with the port if there is one. One host has one firm. */
export interface FirmHostTable {
  host: string;
  firm_id: string;
}

/** Clients, contacts and staff. */
export interface PersonTable {
  firm_id: string;
  id: string;
  kind: 'client' | 'staff';
  role: 'admin' | 'attorney' | 'staff' | null;
  name: string;
  title: string | null;
  email: string;
  /** What addresses are compared by: NFKC, lower case. Unique in the firm. */
  email_norm: string;
  phone: string | null;
  locale: string;
  time_zone: string;
  photo_url: string | null;
  access: Generated<'none' | 'invited' | 'active' | 'disabled'>;
  external_id: string | null;
  /** Raised with every change that this person can see: the ETag of all they read. */
  version: Generated<number>;
  created_at: InstantText;
}

export interface CredentialTable {
  firm_id: string;
  person_id: string;
  /** argon2id, PHC string */
  password_hash: string;
  changed_at: InstantText;
}

export interface SessionTable {
  firm_id: string;
  /** SHA-256 of the cookie's token, hex; the token itself is nowhere. */
  token_hash: string;
  person_id: string;
  auth_level: string;
  created_at: InstantText;
  last_seen_at: InstantText;
  idle_seconds: number;
  /** When it ends whatever happens. */
  expires_at: InstantText;
  device: string | null;
}

export interface InvitationTable {
  firm_id: string;
  id: string;
  person_id: string;
  /** The address that it is bound to. */
  email_norm: string;
  /** With the server's key this gives the token again when the mail is written; alone it opens nothing. */
  nonce: string;
  token_hash: string;
  invited_by: string | null;
  created_at: InstantText;
  expires_at: InstantText;
  used_at: InstantText | null;
  revoked_at: InstantText | null;
}

export interface ApiKeyTable {
  firm_id: string;
  id: string;
  name: string;
  key_hash: string;
  scopes: Json<KeyScope[]>;
  created_by: string | null;
  created_at: InstantText;
  revoked_at: InstantText | null;
  last_used_at: InstantText | null;
}

export interface CaseTable {
  firm_id: string;
  id: string;
  title: string;
  area: string;
  state: Generated<'active' | 'closed'>;
  status_label: string;
  status_meaning: string | null;
  external_id: string | null;
  created_at: InstantText;
  updated_at: InstantText;
}

export interface StepTable {
  firm_id: string;
  id: string;
  case_id: string;
  position: number;
  title: string;
  meaning: string | null;
  state: Generated<'done' | 'current' | 'upcoming'>;
  /** Whether clients see it. */
  visible: Generated<Flag>;
  expected: string | null;
  completed_on: DateText | null;
  waiting_on: 'client' | 'firm' | 'other' | null;
  due_on: DateText | null;
  updated_at: InstantText;
}

/** Who of the firm works on a case: whom a client may write to. Each also has a share of the case. */
export interface TeamTable {
  firm_id: string;
  case_id: string;
  person_id: string;
  part: string | null;
  position: number;
}

/** Clients and contacts of a case. Leaving keeps the row. */
export interface ParticipantTable {
  firm_id: string;
  case_id: string;
  person_id: string;
  role: 'client' | 'co-client' | 'guardian' | 'payer' | 'contact';
  joined_at: InstantText;
  left_at: InstantText | null;
}

export interface ThreadTable {
  firm_id: string;
  id: string;
  case_id: string;
  subject: string;
  created_by: string;
  created_at: InstantText;
  last_message_at: InstantText;
  /** Also the `seq` of the last message. */
  message_count: number;
}

export interface MessageTable {
  firm_id: string;
  id: string;
  thread_id: string;
  /** Place in the thread, from 1, without gaps. */
  seq: number;
  author_id: string;
  body: string;
  created_at: InstantText;
}

/** Dates in the calendar: timed (`starts_at`, `ends_at`) or all day (`starts_on`). */
export interface EventTable {
  firm_id: string;
  id: string;
  case_id: string | null;
  kind: string;
  title: string;
  all_day: Flag;
  starts_at: InstantText | null;
  /** Also of a whole day (the next midnight in its zone): what tells upcoming from past. */
  ends_at: InstantText | null;
  starts_on: DateText | null;
  time_zone: string;
  /** The instant it begins, also for a whole day (midnight in its zone): what lists sort by. */
  begins_at: InstantText;
  location: string | null;
  url: string | null;
  bring: string | null;
  external_id: string | null;
  created_at: InstantText;
  updated_at: InstantText;
}

/** Who sees what. Written by `shares/`, nowhere else. */
export interface ShareTable {
  firm_id: string;
  person_id: string;
  subject_type: SubjectType;
  subject_id: string;
  case_id: string | null;
  from_at: InstantText;
  until_at: InstantText | null;
  /** The journal row that made the share: what is older is no news to this person. */
  shared_seq: number;
  /** The journal row of the last change the person may know of; 0 while the share has not begun. */
  changed_seq: Generated<number>;
  /** How far they have looked. Unseen ⇔ `changed_seq > seen_seq`. */
  seen_seq: Generated<number>;
  first_seen_at: InstantText | null;
  /** Last activity of the item, for lists by activity without a join. */
  order_at: InstantText;
}

/** The hash chain of each firm; append-only, see `journal/`. */
export interface JournalTable {
  firm_id: string;
  seq: number;
  at: InstantText;
  actor_type: 'person' | 'key' | 'system';
  actor_id: string | null;
  verb: string;
  subject_type: string;
  subject_id: string;
  case_id: string | null;
  /** Ids and words of closed sets only, canonical JSON: personal text would survive every erasure. */
  data: string;
  prev_hash: string;
  hash: string;
}

export interface JournalHeadTable {
  firm_id: string;
  seq: number;
  hash: string;
}

/** News for a person, written from the journal by `jobs/`. */
export interface NotificationTable {
  firm_id: string;
  id: string;
  person_id: string;
  journal_seq: number;
  /** The journal's verb. */
  kind: string;
  section: string;
  subject_type: SubjectType;
  subject_id: string;
  case_id: string | null;
  at: InstantText;
  seen_at: InstantText | null;
}

/** The outbox. What a mail says is rendered when it is sent, so neither words nor tokens are kept. */
export interface MailTable {
  firm_id: string;
  id: string;
  person_id: string;
  to_address: string;
  template: string;
  /** The journal row it is about. */
  journal_seq: number;
  created_at: InstantText;
  /** `dropped`: the recipient may not see it any more, or has seen it already. `failed`: given up. */
  state: Generated<'waiting' | 'sent' | 'dropped' | 'failed'>;
  settled_at: InstantText | null;
  attempts: Generated<number>;
  next_at: InstantText;
  lease_until: InstantText | null;
  /** SMTP's code of the last failure, never its text: that may hold an address. */
  last_error: string | null;
}

/** How far each reader of the journal has come. */
export interface JobCursorTable {
  firm_id: string;
  name: string;
  seq: number;
}

/** Answers kept for repeated requests. `status` is null while the first one runs. */
export interface IdempotencyTable {
  firm_id: string;
  actor: string;
  key: string;
  request_hash: string;
  status: number | null;
  body: string | null;
  created_at: InstantText;
}

/** Shared counters of the rate limits, by window. */
export interface RateCounterTable {
  key: string;
  window_start: InstantText;
  count: number;
}

/** Which migrations ran, see `migrate.ts`. */
export interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: InstantText;
}

export interface Schema {
  firms: FirmTable;
  firm_hosts: FirmHostTable;
  people: PersonTable;
  credentials: CredentialTable;
  sessions: SessionTable;
  invitations: InvitationTable;
  api_keys: ApiKeyTable;
  cases: CaseTable;
  steps: StepTable;
  team: TeamTable;
  participants: ParticipantTable;
  threads: ThreadTable;
  messages: MessageTable;
  events: EventTable;
  shares: ShareTable;
  journal: JournalTable;
  journal_heads: JournalHeadTable;
  notifications: NotificationTable;
  mails: MailTable;
  job_cursors: JobCursorTable;
  idempotency: IdempotencyTable;
  rate_counters: RateCounterTable;
  migrations: MigrationTable;
}
