/**
 * Which passwords are good only beside a second factor. How long those are that exist nobody knows: whoever has a second
 * factor may have a short one, and chooses another before the factor goes.
 */
import { portable, type Migration } from './migration.ts';

export const shortPasswords: Migration = {
  name: '0011_short_passwords',
  statements: (dialect) =>
    portable(dialect, [
      `alter table credentials add column short integer not null default 0`,
      `update credentials set short = 1
       where exists (select 1 from totp where totp.firm_id = credentials.firm_id
           and totp.person_id = credentials.person_id and totp.state = 'confirmed')
         or exists (select 1 from passkeys where passkeys.firm_id = credentials.firm_id
           and passkeys.person_id = credentials.person_id)`,
    ]),
};
