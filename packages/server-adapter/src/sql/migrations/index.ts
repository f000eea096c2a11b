import { foundation } from './0001_foundation.ts';
import { statistics } from './0002_statistics.ts';
import { sessions } from './0003_sessions.ts';
import { links } from './0004_links.ts';
import { factors } from './0005_factors.ts';
import { participants } from './0006_participants.ts';
import { views } from './0007_views.ts';
import { hostTokens } from './0008_host_tokens.ts';
import { profile } from './0009_profile.ts';
import { journalByVerb } from './0010_journal_by_verb.ts';
import { shortPasswords } from './0011_short_passwords.ts';
import { shownLinks } from './0012_shown_links.ts';
import type { Migration } from './migration.ts';

/** All of them, oldest first. Append; never change or reorder. */
export const migrations: readonly Migration[] = [
  foundation,
  statistics,
  sessions,
  links,
  factors,
  participants,
  views,
  hostTokens,
  profile,
  journalByVerb,
  shortPasswords,
  shownLinks,
];
