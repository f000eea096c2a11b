import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { SqlValue } from './database.ts';

/**
 * 3.7.0 to 3.51.2 can corrupt a database when a write and a checkpoint meet (WAL-reset bug); Node 24.21 has 3.53.4.
 */
const oldestSqlite = [3, 51, 3] as const;

/** Statements kept per connection. Hot queries are few; queries with lists of varying length come and go. */
const keptStatements = 500;

/** Opens a connection with the settings that durability and the schema rest on. */
export function openConnection(file: string, { readOnly }: { readOnly: boolean }): SqliteConnection {
  const native = new DatabaseSync(file, { readOnly, timeout: 5_000, enableForeignKeyConstraints: true });
  requireVersion(native);
  // FULL: fsync at every commit. NORMAL may lose acknowledged commits when the power fails (sqlite.org/pragma.html).
  if (!readOnly) native.exec('pragma journal_mode = wal; pragma synchronous = full;');
  // A memory-mapped file turns an I/O error into a crash of the process.
  native.exec('pragma mmap_size = 0; pragma trusted_schema = off;');
  return new SqliteConnection(native);
}

function requireVersion(native: DatabaseSync): void {
  const { version } = native.prepare('select sqlite_version() as version').get() as { version: string };
  const parts = version.split('.').map(Number);
  const difference = oldestSqlite
    .map((oldest, index) => (parts[index] ?? 0) - oldest)
    .find((step) => step !== 0);
  if (difference !== undefined && difference < 0) {
    native.close();
    throw new Error(
      `SQLite ${version} can corrupt data; ${oldestSqlite.join('.')} or newer is needed (Node 24.21 has it).`,
    );
  }
}

/** A connection that prepares each text of SQL once. Shaped as Kysely's SQLite driver wants it. */
export class SqliteConnection implements SqliteDatabase {
  readonly #native: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  constructor(native: DatabaseSync) {
    this.#native = native;
  }

  get isTransaction(): boolean {
    return this.#native.isTransaction;
  }

  prepare(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = new Statement(this.#native, sql);
    for (const oldest of this.#statements.keys()) {
      if (this.#statements.size < keptStatements) break;
      this.#statements.delete(oldest);
    }
    this.#statements.set(sql, statement);
    return statement;
  }

  /** All rows of a statement; none when it gives none. */
  rows(sql: string, parameters: readonly SqlValue[]): unknown[] {
    const statement = this.prepare(sql);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  }

  close(): void {
    this.#statements.clear();
    if (this.#native.isOpen) this.#native.close();
  }
}

class Statement implements SqliteStatement {
  readonly #native: DatabaseSync;
  readonly #sql: string;
  readonly #statement: StatementSync;
  /** Whether it gives rows. */
  readonly reader: boolean;

  constructor(native: DatabaseSync, sql: string) {
    this.#native = native;
    this.#sql = sql;
    this.#statement = native.prepare(sql);
    this.reader = this.#statement.columns().length > 0;
  }

  all(parameters: ReadonlyArray<unknown>): unknown[] {
    return this.#statement.all(...(parameters as SQLInputValue[]));
  }

  run(parameters: ReadonlyArray<unknown>) {
    return this.#statement.run(...(parameters as SQLInputValue[]));
  }

  /** On a statement of its own: the kept one may be asked again while this one is half read. */
  iterate(parameters: ReadonlyArray<unknown>): IterableIterator<unknown> {
    return this.#native.prepare(this.#sql).iterate(...(parameters as SQLInputValue[]));
  }
}
