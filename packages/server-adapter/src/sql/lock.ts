import type { SelectQueryBuilder } from 'kysely';
import type { Executor } from './database.ts';

/**
 * Keeps the rows of a query from being changed or locked by others until the transaction ends; they may still be
 * referred to. On SQLite there is nothing to do: its transactions take turns.
 */
export const locked = <DB, TB extends keyof DB, O>(
  { dialect }: Pick<Executor, 'dialect'>,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> => (dialect === 'postgres' ? query.forNoKeyUpdate() : query);
