/**
 * The database port and its queries.
 *
 * ```ts
 * const database = sqlite({ file: 'portal.db' });          // or postgres({ url })
 * await database.migrate();
 * await database.kysely.selectFrom('cases').where('firm_id', '=', firm).selectAll().execute();   // read
 * await database.transaction(async (tx) => {                                                     // write
 *   await tx.updateTable('cases').set({ title, updated_at: tx.at }).where(…).execute();
 *   await append(tx, { … });
 * });
 * ```
 * Hot paths go through `prepared()`. `sqlite` and `postgres` are entries of their own, so that nobody loads both.
 */
export type { Clock, Database, Dialect, Executor, SqlValue, Tx } from './database.ts';
export { fromJson, toJson, type Json } from './json.ts';
export { MigrationMismatch, type MigrationReport } from './migrate.ts';
export { prepared, type Prepared } from './prepared.ts';
export type * from './schema.ts';
