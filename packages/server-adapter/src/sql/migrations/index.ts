import { foundation } from './0001_foundation.ts';
import type { Migration } from './migration.ts';

/** All of them, oldest first. Append; never change or reorder. */
export const migrations: readonly Migration[] = [foundation];
