import type { Profile } from '@casefront/core/contract/profile';
import type { Content, HeadingLevel } from '../ui/index.ts';

/** One setting, on a screen of its own. */
export interface Screen {
  /** @param level of its title */
  render(profile: Profile, level: HeadingLevel): Content;
}

/** What a screen does when it is left. */
export interface Leaving {
  /** Back to the list; `news` says what has changed. */
  readonly back: (news?: string) => void;
}
