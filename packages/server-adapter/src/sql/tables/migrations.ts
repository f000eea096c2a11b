import type { InstantText } from './columns.ts';

/** Which migrations ran, see `migrate.ts`. */
export interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: InstantText;
}
