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
