/** A link that was also shown to somebody, on a terminal say, does not prove by its use whose the mailbox is. */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const shownLinks: Migration = {
  name: '0012_shown_links',
  statements: (dialect) => [
    ...portable(dialect, [
      `alter table links add column shown integer not null default 0 check (shown in (0, 1))`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
