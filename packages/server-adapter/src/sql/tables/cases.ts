import type { ParticipantRole, Permission } from '@casefront/core/contract/firm/participant-roles';
import type { Generated } from 'kysely';
import type { Json } from '../json.ts';
import type { DateText, Flag, InstantText } from './columns.ts';

export interface CaseTable {
  firm_id: string;
  id: string;
  title: string;
  area: string;
  state: Generated<'active' | 'closed'>;
  status_label: string;
  status_meaning: string | null;
  external_id: string | null;
  /** Only its team sees it, of all the firm. */
  sealed: Generated<Flag>;
  created_at: InstantText;
  updated_at: InstantText;
}

/** That somebody outside the team opened a seal, and why. */
export interface SealOpeningTable {
  firm_id: string;
  /** The journal row of the opening. */
  journal_seq: number;
  case_id: string;
  person_id: string;
  at: InstantText;
  reason: string;
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
  role: ParticipantRole;
  permissions: Generated<Json<Permission[]>>;
  joined_at: InstantText;
  left_at: InstantText | null;
  /** When they leave by themselves. */
  until_at: InstantText | null;
  /** Since when nothing of the case reaches them. */
  frozen_at: InstantText | null;
  /** When the client agreed that somebody else pays. */
  consent_on: DateText | null;
}
