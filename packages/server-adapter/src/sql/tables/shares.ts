import type { Generated } from 'kysely';
import type { SubjectType } from '@casefront/core/contract/values';
import type { InstantText } from './columns.ts';

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

/** What was shared with a participant when they were frozen; the share itself is over meanwhile. */
export interface FrozenShareTable {
  firm_id: string;
  person_id: string;
  subject_type: SubjectType;
  subject_id: string;
  case_id: string;
  /** The end that it had. */
  until_at: InstantText | null;
}
