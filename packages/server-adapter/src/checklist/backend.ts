import type { Ticked } from '../sql/schema.ts';

/** The first steps of the scope's person. */
export interface ChecklistBackend {
  /** What they ticked themselves, whether they have a password, and whether they have looked at a case of theirs. */
  get(): Promise<{
    readonly ticked: readonly Ticked[];
    readonly hasPassword: boolean;
    readonly sawCase: boolean;
  }>;
  /** Adds to what is ticked. Ticks that come at once all count. */
  tick(what: Ticked): Promise<void>;
}
