import type { PersonContext } from '../context.ts';
import { settingsOf } from '../firm/settings.ts';

/** The firm may keep what its clients are called and where they are found to itself; colleagues it changes as it likes. */
export const lockedOf = ({ firm, actor }: Pick<PersonContext, 'firm' | 'actor'>) =>
  actor.kind === 'client' ? settingsOf(firm).lockedFields : [];
