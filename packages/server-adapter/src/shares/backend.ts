import type { SubjectType } from '@casefront/core/contract';
import type { Share } from '@casefront/core/contract/firm/shares';

/** Who of the firm's people sees what, as the firm looks it up. Shares are written by `share` and `unshare`. */
export interface SharesBackend {
  /** Shares of an item that count or are going to, by name. */
  list(type: SubjectType, id: string): Promise<Share[]>;
  /**
   * The case of an item that the scope sees; undefined for any other item. Inside a transaction nobody joins or leaves
   * that case until it ends.
   */
  caseOf(type: SubjectType, id: string): Promise<{ caseId: string | null } | undefined>;
  /** What a person is in a case now: undefined when the firm has no such person. */
  placeOf(personId: string, caseId: string | null): Promise<'participant' | 'team' | 'none' | undefined>;
}
