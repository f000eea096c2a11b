import type { SubjectType } from '@casefront/core/contract';
import type { Share } from '@casefront/core/contract/firm/shares';
import type { Part } from './part.ts';

/** Who sees what, as the firm looks it up. Shares are written by `share` and `unshare`, nowhere else. */
export interface SharesBackend {
  /** Shares of an item that count or are going to, and those that are frozen, by name. */
  list(type: SubjectType, id: string): Promise<Share[]>;
  /**
   * The case that an item belongs to, if the scope sees the item; else undefined. Inside a transaction nobody joins or
   * leaves that case until it ends.
   */
  caseOf(type: SubjectType, id: string): Promise<string | undefined>;
  /** What a person is in a case: a participant with a part in it now, or else. Undefined when the firm has no such person. */
  placeOf(personId: string, caseId: string): Promise<Part | 'team' | 'outside' | undefined>;
}
