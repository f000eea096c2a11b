/** What a person says about themselves: an address, what they do not want to be told, which first steps they have done. */
import { portable, type Migration } from './migration.ts';

export const profile: Migration = {
  name: '0009_profile',
  statements: (dialect) =>
    portable(dialect, [
      `alter table people add column address text`,
      `alter table people add column quiet text not null default '[]'`,
      `alter table people add column checklist text not null default '[]'`,
    ]),
};
