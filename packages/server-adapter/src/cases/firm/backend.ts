import type { CursorQuery, Page } from '@casefront/core/contract';
import type { FirmCase, FirmCaseSummary } from '@casefront/core/contract/firm/cases';
import type { Part } from '../../shares/index.ts';
import type { CaseTable, Flag, StepTable } from '../../sql/schema.ts';

export type CaseFields = Pick<CaseTable, 'title' | 'area' | 'status_label' | 'status_meaning'> & {
  readonly state: 'active' | 'closed';
};

export type LockedCase = CaseFields & { readonly sealed: Flag };

export type StepFields = Pick<
  StepTable,
  'title' | 'meaning' | 'expected' | 'completed_on' | 'waiting_on' | 'due_on'
> & {
  readonly state: 'done' | 'current' | 'upcoming';
  readonly visible: 0 | 1;
};

/** A member of the firm on a case. */
export interface TeamSeat {
  readonly personId: string;
  readonly part: string | null;
}

/**
 * Cases as the firm works on them. Reads show what the scope sees: the cases of their teams to staff, all of them but
 * the sealed ones to admins and API keys. What writes runs inside a transaction, after `lock`, and rests on its answer.
 */
export interface FirmCasesBackend extends StepsBackend, TeamBackend, ParticipantsBackend, SealBackend {
  /** Last changed first, stable like the client's list. */
  list(query: CursorQuery): Promise<Page<FirmCaseSummary>>;
  /** With all steps, visible or not. */
  get(id: string): Promise<FirmCase | undefined>;
  /** The same for somebody who has just changed it, and by that may have left it. */
  read(id: string): Promise<FirmCase>;

  /**
   * The case as it is, if the scope sees it. Until the transaction ends nobody else gets past `lock` of this case, so
   * its fields, steps, team and participants stay as they are read.
   */
  lock(id: string): Promise<LockedCase | undefined>;

  /** The id of the case with this external id, whoever sees it. */
  findExternal(externalId: string): Promise<string | undefined>;
  /** False when there is a case with the external id, also one that was added at the same moment. */
  add(id: string, fields: CaseFields & { readonly externalId: string | null }, at: string): Promise<boolean>;
  /** Also without fields: the case counts as changed. */
  change(id: string, fields: Partial<CaseFields>, at: string): Promise<void>;
}

/** The steps of a case that is locked. */
export interface StepsBackend {
  /** In order. */
  steps(caseId: string): Promise<(StepFields & { readonly id: string })[]>;
  /** At the end. */
  addStep(caseId: string, step: StepFields & { readonly id: string }, at: string): Promise<void>;
  changeStep(id: string, fields: Partial<StepFields>, at: string): Promise<void>;
  removeStep(id: string): Promise<void>;
  /** Puts all steps of a case in this order. */
  orderSteps(caseId: string, ids: readonly string[]): Promise<void>;
}

/** Who of the firm works on a case that is locked. */
export interface TeamBackend {
  /** In order. */
  team(caseId: string): Promise<TeamSeat[]>;
  /** In this order, and nobody else. */
  setTeam(caseId: string, members: readonly TeamSeat[]): Promise<void>;
  /** Who of these is of the firm's staff and may work, in no order. */
  staffAmong(ids: readonly string[]): Promise<string[]>;
}

/** Cases that are closed to all but their team. */
export interface SealBackend {
  /** Of a case that is locked. */
  setSealed(id: string, sealed: boolean): Promise<void>;
  /** Colleagues who have something of a case, a conversation maybe, and do not work on it. */
  onlookers(id: string): Promise<string[]>;
  /** Whether there is a sealed case of this id that the scope does not see. It is locked then. */
  lockSealed(id: string): Promise<boolean>;
  addOpening(opening: {
    caseId: string;
    personId: string;
    seq: number;
    at: string;
    reason: string;
  }): Promise<void>;
}

/** The clients and contacts of a case that is locked. */
export interface ParticipantsBackend {
  /** Undefined when the firm has no such person. */
  kindOf(personId: string): Promise<'client' | 'staff' | undefined>;
  /** The part of somebody who is in the case now. */
  part(caseId: string, personId: string): Promise<Part | undefined>;
  /** Whether an earlier part of somebody who is not in the case now was frozen when it ended. */
  leftFrozen(caseId: string, personId: string): Promise<boolean>;
  /** Takes somebody in who is not in the case, from now on; of an earlier time in it nothing is left here. */
  join(caseId: string, personId: string, part: Part, at: string): Promise<void>;
  /** Of somebody who is in the case. */
  changePart(caseId: string, personId: string, part: Part): Promise<void>;
  leave(caseId: string, personId: string, at: string): Promise<void>;
}
