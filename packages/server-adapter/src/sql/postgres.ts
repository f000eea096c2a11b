import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { DatabaseBusy } from './busy.ts';
import type { Database } from './database.ts';
import { createDatabase, type EngineOptions } from './engine.ts';
import { connectionTo, queryConfig, wrapPool } from './postgres-pool.ts';
import type { Schema } from './schema.ts';

export type PostgresOptions = EngineOptions & {
  /** Off for poolers that hand each transaction to another connection and know no named statements. Default: on. */
  prepare?: boolean | undefined;
} & (
    | {
        /** `postgres://user:password@host/database` */
        url: string;
        /** Most connections. Default 10. */
        connections?: number | undefined;
      }
    | {
        /** A pool of the host's own; `close()` ends it. */
        pool: Pool;
      }
  );

/** How often a transaction is tried when the database breaks it off, and the first pause in milliseconds. */
const tries = 5;
const pause = 10;

/** Held while migrating; any number will do that nobody else on the database uses. */
const migrationLock = 0x6c705f6d;

/** Postgres by `pg`: any number of nodes. Transactions are READ COMMITTED; whoever needs more takes a lock. */
export function postgres(options: PostgresOptions): Database {
  const pool = 'pool' in options ? options.pool : openPool(options.url, options.connections ?? 10);
  // An idle connection that breaks must not end the process; the pool replaces it, and queries report what fails.
  pool.on('error', () => {});
  const prepare = options.prepare ?? true;
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: wrapPool(pool, prepare) }) });

  return createDatabase(
    {
      dialect: 'postgres',
      reader: kysely.withoutPlugins(),
      writer: kysely,
      async read(sql, parameters) {
        const client = await connectionTo(pool);
        try {
          return (await client.query(queryConfig(sql, parameters, prepare))).rows;
        } finally {
          client.release();
        }
      },
      write: (transaction) => async (sql, parameters) =>
        (await transaction.executeQuery(CompiledQuery.raw(sql, [...parameters]))).rows,
      schedule: retry,
      lockMigrations: async (tx) => {
        await tx.run('select pg_advisory_xact_lock($1)', [migrationLock]);
      },
      beforeMigrating: async () => {},
      close: () => kysely.destroy(),
    },
    options,
  );
}

function openPool(connectionString: string, max: number): Pool {
  return new Pool({
    connectionString,
    max,
    application_name: 'casefront',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
}

async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBrokenOff(error)) throw error;
      if (count === tries) throw new DatabaseBusy(error);
      // Jitter, or two transactions that met would meet again.
      await sleep(pause * 2 ** count * Math.random());
    }
  }
}

/** Serialization failure or deadlock: the database has undone everything, and asks to try again. */
const isBrokenOff = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
