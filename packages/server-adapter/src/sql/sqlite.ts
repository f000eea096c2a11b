import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely';
import { createDatabase, type EngineOptions } from './engine.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { backUp } from './sqlite-backup.ts';
import { openConnection, type SqliteConnection } from './sqlite-connection.ts';
import { SqliteLimit } from './sqlite-limit.ts';
import { lockFile } from './sqlite-lock.ts';

export interface SqliteOptions extends EngineOptions {
  /** Path of the database file on a local disk, made when missing; `:memory:` for one that is gone afterwards. */
  file: string;
  /** Only looks, and so may be open beside the process that serves: for checks at the command line. Default: no. */
  readOnly?: boolean | undefined;
}

/**
 * SQLite by `node:sqlite`: one process, every commit on the disk before it is acknowledged (WAL, `synchronous=FULL`).
 *
 * One connection writes, a second one only reads, so a read neither waits for a transaction nor sees half of one.
 * In memory there is but one connection, and reads wait for the transaction that is open.
 *
 * @throws when SQLite is older than 3.51.3, or another process has the file open.
 */
export function sqlite({ file, readOnly: looksOnly = false, ...options }: SqliteOptions): Database {
  const inMemory = file === ':memory:';
  const unlock = inMemory || looksOnly ? () => {} : lockFile(file);
  const connections: SqliteConnection[] = [];
  const open = (readOnly: boolean) => {
    const connection = openConnection(file, { readOnly });
    connections.push(connection);
    return connection;
  };
  const closeAll = () => {
    // The writer last: only it can bring the WAL home and remove it.
    for (const connection of connections.toReversed()) connection.close();
    unlock();
  };

  try {
    const writing = open(looksOnly);
    const writer = kyselyOn(writing);
    const reading = inMemory ? undefined : open(true);
    const reader = reading ? kyselyOn(reading) : writer.withoutPlugins().withPlugin(new SqliteLimit());
    let last: Promise<unknown> = Promise.resolve();

    return createDatabase(
      {
        dialect: 'sqlite',
        reader,
        writer,
        read: reading
          ? async (sql, parameters) => reading.rows(sql, parameters)
          : async (sql, parameters) =>
              (await reader.executeQuery(CompiledQuery.raw(sql, [...parameters]))).rows,
        write: (_transaction, isOpen) => async (sql, parameters) => {
          if (!isOpen()) throw new Error('The transaction has ended.');
          return writing.rows(sql, parameters);
        },
        schedule(attempt) {
          const result = last.then(attempt);
          last = result.catch(() => {});
          return result;
        },
        lockMigrations: async () => {},
        beforeMigrating: async ([next]) => {
          if (!inMemory && next) await backUp(writing, `${file}.before-${next.name}`);
        },
        async close() {
          await last;
          closeAll();
        },
      },
      options,
    );
  } catch (error) {
    closeAll();
    throw error;
  }
}

const kyselyOn = (connection: SqliteConnection) =>
  new Kysely<Schema>({ dialect: new Dialect(connection), plugins: [new SqliteLimit()] });

class Dialect extends SqliteDialect {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    super({ database: connection });
    this.#connection = connection;
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#connection);
  }
}

class Driver extends SqliteDriver {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    super({ database: connection });
    this.#connection = connection;
  }

  /** Takes the write lock at once: a read lock that has to grow later can fail in the middle. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite has already rolled back after some errors (full disk, I/O); a second time would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection.isTransaction) await super.rollbackTransaction(connection);
  }
}
