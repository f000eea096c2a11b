import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Dialect, Executor } from './database.ts';
import type { Engine } from './engine.ts';
import type { Migration } from './migrations/migration.ts';

export interface MigrationReport {
  /** Names of the migrations that ran now. */
  readonly applied: readonly string[];
  /** Names that a newer version has applied: it made room for this one (expand, then contract), so we may serve. */
  readonly ahead: readonly string[];
}

/** The database's history is not the one of this version; nothing was changed. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

/**
 * Applies what is missing, all of it in one transaction: a crash at any statement leaves the database as it was.
 *
 * @throws MigrationMismatch when a migration that was applied has changed since, or is missing from the list.
 */
export async function migrate(
  database: Database,
  engine: Pick<Engine, 'lockMigrations' | 'beforeMigrating'>,
  migrations: readonly Migration[],
): Promise<MigrationReport> {
  const { dialect } = database;
  const before = await compare(database.kysely, migrations, dialect);
  if (before.pending.length === 0) return { applied: [], ahead: before.ahead };
  if (before.exists) await engine.beforeMigrating(before.pending);

  return database.transaction(async (tx) => {
    await engine.lockMigrations(tx);
    await sql`create table if not exists migrations (
      name text not null primary key, checksum text not null, applied_at text not null)`.execute(tx);
    // Another node may have been faster.
    const { pending, ahead } = await compare(tx, migrations, dialect);
    for (const migration of pending) {
      for (const statement of migration.statements(dialect)) await sql.raw(statement).execute(tx);
      await tx
        .insertInto('migrations')
        .values({ name: migration.name, checksum: checksum(migration, dialect), applied_at: tx.at })
        .execute();
    }
    return { applied: pending.map(({ name }) => name), ahead };
  });
}

/** SHA-256 of the statements in this dialect, hex. */
export function checksum(migration: Migration, dialect: Dialect): string {
  return createHash('sha256').update(migration.statements(dialect).join(';\n')).digest('hex');
}

async function compare(executor: Executor, migrations: readonly Migration[], dialect: Dialect) {
  const exists = await hasHistory(executor);
  const applied = exists ? await executor.selectFrom('migrations').selectAll().orderBy('name').execute() : [];
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newest = migrations.at(-1)?.name ?? '';
  const ahead: string[] = [];
  for (const row of applied) {
    const migration = known.get(row.name);
    if (!migration && row.name > newest) {
      ahead.push(row.name);
    } else if (!migration) {
      throw new MigrationMismatch(
        `The database has migration ${row.name}, which this version does not know.`,
      );
    } else if (checksum(migration, dialect) !== row.checksum) {
      throw new MigrationMismatch(
        `Migration ${row.name} has changed since it was applied. Write a new one instead.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return { exists, ahead, pending: migrations.filter(({ name }) => !done.has(name)) };
}

async function hasHistory(executor: Executor): Promise<boolean> {
  const found =
    executor.dialect === 'sqlite'
      ? await executor.run(`select 1 from sqlite_master where type = 'table' and name = 'migrations'`, [])
      : await executor.run(`select 1 where to_regclass('migrations') is not null`, []);
  return found.length > 0;
}
