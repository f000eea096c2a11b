import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Action, Case, CaseSummary } from '@casefront/core/contract/cases';
import type { TeamMember } from '@casefront/core/contract/people';

/** A case with what belongs to it, except for what the client has to do. */
export type CaseRecord = Omit<Case, 'actions'>;

/** Cases as clients see them. A practice-management system that keeps cases implements this. */
export interface CasesBackend {
  /**
   * Cases shared with the scope's person, latest activity first. Stable: a case that moves up between two pages is on
   * neither again. `updatedAt`, `unseen` and `currentStep` tell nothing of what the person may not see.
   */
  list(query: CursorQuery & { readonly state?: 'active' }): Promise<Page<CaseSummary>>;

  /** One case with its visible steps in order and its team; undefined when it is not shared with the scope's person. */
  get(id: string): Promise<CaseRecord | undefined>;

  /**
   * Whom the scope's person may write to about a case, in the team's order; nobody when messages are not part of what
   * they may have of it. Undefined like `get`.
   */
  recipients(id: string): Promise<TeamMember[] | undefined>;

  /**
   * What the scope's person has to do: visible, unfinished steps of active cases that wait for the client, and, with
   * `inbox`, conversations whose last message is the firm's and unread. Soonest due first, then oldest first.
   * `total` counts those beyond `limit` too.
   */
  actions(query: ActionQuery): Promise<{ items: Action[]; total: number }>;
}

export interface ActionQuery {
  readonly caseId?: string;
  /** Whether there are conversations at this firm. */
  readonly inbox: boolean;
  readonly limit: number;
}
