import type { Session } from '@casefront/core/contract/session';

/** How setting up a second factor ends. */
export interface SetupEnds {
  /** It is set up; the first one brings recovery codes, which have to be kept. */
  readonly done: (session: Session, codes: readonly string[] | null) => void;
  readonly back: () => void;
}
