import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes this process the only one on `file`, by an exclusive SQLite lock on `<file>.lock`. Returns what gives it up.
 *
 * The operating system holds the lock, not the file's content: a process that dies, however it dies, leaves nothing
 * behind, and a process number that was given out again (always 1 in a container) cannot be mistaken for the old owner.
 *
 * @throws when another process, or another `sqlite()` in this one, has the file open.
 */
export function lockFile(file: string): () => void {
  createPrivately(file);
  createPrivately(`${file}.lock`);
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    throw new Error(
      `Another process has ${file} open, and SQLite serves exactly one. Stop it first, or use Postgres for several.`,
      { cause },
    );
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}

/**
 * What is in the database is nobody else's business on this machine; the files that SQLite adds take after it.
 *
 * A file that is there is not even opened: to close it again would take this process's locks off it, whoever holds
 * them (POSIX; sqlite.org/howtocorrupt.html, 2.2).
 */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
