/** Tokens of hosts and identity providers that were exchanged for a session: each is good once. */
import { portable, refreshStatistics, type Migration } from './migration.ts';

export const hostTokens: Migration = {
  name: '0008_host_tokens',
  statements: (dialect) => [
    ...portable(dialect, [
      `create table host_tokens (
        firm_id text not null references firms (id),
        token_hash text not null,
        good_until text not null,
        primary key (firm_id, token_hash)
      ) strict, without rowid`,
      `create index host_tokens_by_end on host_tokens (good_until)`,
    ]),
    ...refreshStatistics(dialect),
  ],
};
