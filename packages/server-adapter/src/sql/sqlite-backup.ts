import { chmod, rename, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * Writes a copy of the database to `target`, and checks the copy. A copy of the files with `cp` would miss the WAL.
 * `target` exists only when it is whole; an older one of the same name is replaced.
 *
 * @throws when the disk is full, or the copy does not pass SQLite's integrity check.
 */
export async function backUp(connection: SqliteConnection, target: string): Promise<void> {
  const draft = `${target}.draft`;
  await rm(draft, { force: true });
  connection.rows('vacuum into ?', [draft]);
  await chmod(draft, 0o600);
  const copy = new DatabaseSync(draft, { readOnly: true });
  try {
    const { integrity_check: found } = copy.prepare('pragma integrity_check').get() as {
      integrity_check: string;
    };
    if (found !== 'ok') throw new Error(`The backup ${draft} is damaged: ${found}`);
  } finally {
    copy.close();
  }
  await rename(draft, target);
}
