import type { Dialect } from '../database.ts';

/** One step of the schema, forward only. Once released it never changes: its checksum is kept in the database. */
export interface Migration {
  /** `0001_foundation`: migrations run in the order of their names. */
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

/**
 * Tables and indexes are written once, in SQLite's words. Postgres differs in three:
 * - `text` sorts by code point (`collate "C"`), as in SQLite, so that a cursor means the same everywhere;
 * - `integer` is eight bytes wide, as in SQLite;
 * - the table options do not exist there.
 *
 * They are text rather than Kysely builders because their checksum must not depend on the version of a library.
 */
export function portable(dialect: Dialect, statements: readonly string[]): string[] {
  return statements.map((statement) => (dialect === 'sqlite' ? statement : inPostgres(statement)));
}

const inPostgres = (statement: string) =>
  statement
    .replace(/\) strict(, without rowid)?$/, ')')
    .replace(/\btext\b/g, 'text collate "C"')
    .replace(/\binteger\b/g, 'bigint');
