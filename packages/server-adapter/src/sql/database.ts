import type { Kysely, Transaction } from 'kysely';
import type { MigrationReport } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import type { InstantText, Schema } from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Where time comes from; tests set it. */
export type Clock = () => Date;

/** What a statement can be given: text, numbers, null. Flags are 0 or 1. */
export type SqlValue = string | number | bigint | null;

/** Runs SQL as it is on the connection at hand. For `prepared()`; everybody else speaks Kysely. */
export type Run = (sql: string, parameters: readonly SqlValue[]) => Promise<readonly unknown[]>;

/** Something to run queries on: `database.kysely` outside of transactions, a `Tx` inside. */
export type Executor = Kysely<Schema> & {
  readonly dialect: Dialect;
  readonly run: Run;
  /** It shows less than the tables hold, so queries that were built before do not fit it; see `views/through.ts`. */
  readonly narrowed?: true;
};

/** An open transaction. */
export type Tx = Transaction<Schema> &
  Executor & {
    /** When the transaction began, by the database's clock. All that it writes bears this instant. */
    readonly at: InstantText;
    /** Firms to whose journal it has written what the jobs act on; filled by `append`, told to `onCommit`. */
    readonly journaled: Set<string>;
    /** What to do in this process once all of it is committed; nothing of it when it is rolled back. */
    readonly afterCommit: Set<() => void>;
  };

/** The port over SQLite (`sqlite()`) and Postgres (`postgres()`). */
export interface Database {
  readonly dialect: Dialect;
  readonly clock: Clock;

  /**
   * Reads, each statement on its own: it sees all that is committed, and neither waits for a transaction
   * nor looks into one. On SQLite it refuses to write; on Postgres do not try either.
   */
  readonly kysely: Executor;

  /**
   * Runs `work` in one transaction: commits when it resolves, rolls back when it rejects, and answers as it does.
   *
   * - SQLite: one transaction at a time, first come, first served.
   * - Postgres: READ COMMITTED, and again from the start (a few times) when the database breaks a deadlock or a
   *   serialization failure. So `work` must do nothing that cannot be done twice: no mail, no network.
   *
   * A transaction inside another one is an error: pass `tx` on.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /** Calls after each commit that wrote to a journal what the jobs act on, with the ids of the firms. Returns what ends it. */
  onCommit(listener: (firms: ReadonlySet<string>) => void): () => void;

  /**
   * Brings the schema up to date; safe to call on every start and from several nodes at once.
   * `migrations` default to those that ship with this version.
   */
  migrate(migrations?: readonly Migration[]): Promise<MigrationReport>;

  /** Lets running transactions end, then closes. */
  close(): Promise<void>;
}
