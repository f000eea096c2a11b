import type { Generated } from 'kysely';
import type { SubjectType } from '@casefront/core/contract/values';
import type { InstantText } from './columns.ts';

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
