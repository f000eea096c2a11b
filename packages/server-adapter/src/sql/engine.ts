import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { Clock, Database, Dialect, Run, Tx } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations as shipped } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Schema } from './schema.ts';

/** What a dialect brings; `createDatabase` makes a `Database` of it. */
export interface Engine {
  readonly dialect: Dialect;
  readonly reader: Kysely<Schema>;
  readonly writer: Kysely<Schema>;
  /** Runs SQL outside of transactions. */
  readonly read: Run;
  /** Runs SQL inside `transaction`, which is open for as long as `isOpen` says so. */
  write(transaction: Transaction<Schema>, isOpen: () => boolean): Run;
  /** Decides when a transaction may run, and whether it runs again. */
  schedule<T>(attempt: () => Promise<T>): Promise<T>;
  /** Keeps other nodes from migrating until the transaction ends. */
  lockMigrations(tx: Tx): Promise<void>;
  /** Called before an existing database is changed, outside of any transaction. */
  beforeMigrating(pending: readonly Migration[]): Promise<void>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Default: the system's clock. */
  clock?: Clock | undefined;
}

export function createDatabase(engine: Engine, options: EngineOptions): Database {
  const { dialect } = engine;
  const clock = options.clock ?? (() => new Date());
  const listeners = new Set<(firms: ReadonlySet<string>) => void>();
  const current = new AsyncLocalStorage<{ open: boolean }>();

  const attempt = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const state = { open: true };
    const journaled = new Set<string>();
    const afterCommit = new Set<() => void>();
    try {
      const result = await current.run(state, () =>
        engine.writer.transaction().execute((transaction) => {
          const run = engine.write(transaction, () => state.open);
          const at = clock().toISOString();
          return work(Object.assign(transaction, { dialect, run, at, journaled, afterCommit }));
        }),
      );
      for (const then of afterCommit) then();
      if (journaled.size > 0) for (const listener of listeners) listener(journaled);
      return result;
    } finally {
      state.open = false;
    }
  };

  const database: Database = {
    dialect,
    clock,
    kysely: Object.assign(engine.reader, { dialect, run: engine.read }),

    transaction(work) {
      // On SQLite the inner one would wait for the outer one forever.
      if (current.getStore()?.open) {
        return Promise.reject(new Error('A transaction is already open here: pass its tx on.'));
      }
      return engine.schedule(() => attempt(work));
    },

    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    migrate: (migrations = shipped) => migrate(database, engine, migrations),
    close: () => engine.close(),
  };
  return database;
}
