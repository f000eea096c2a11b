import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { types as pgTypes, type CustomTypesConfig, type Pool, type PoolClient, type QueryConfig } from 'pg';
import { DatabaseBusy } from './busy.ts';
import { hotStatements } from './prepared.ts';

/** One query for `pg`: numbers as numbers, and a name when its text is known beforehand. */
export function queryConfig(
  text: string,
  values: readonly unknown[],
  prepare: boolean,
): QueryConfig<unknown[]> {
  const name = prepare ? hotStatements.get(text) : undefined;
  return { text, values: [...values], types, ...(name !== undefined && { name }) };
}

/** A free connection, once there is one. @throws {DatabaseBusy} */
export async function connectionTo(pool: Pool): Promise<PoolClient> {
  try {
    const client = await pool.connect();
    outlive(client);
    return client;
  } catch (error) {
    throw isFull(error) ? new DatabaseBusy(error) : error;
  }
}

/**
 * A connection that breaks between two queries of a transaction says so with an event, and one that nobody hears ends the
 * process. The next query fails by itself, and then the pool throws the connection away.
 */
function outlive(client: PoolClient): void {
  if (heard.has(client)) return;
  heard.add(client);
  client.on('error', () => {});
}
const heard = new WeakSet<PoolClient>();

/** The pool waited too long, for which it has no code (pg-pool); or the server takes no more connections. */
const isFull = (error: unknown) =>
  error instanceof Error &&
  (error.message === 'timeout exceeded when trying to connect' ||
    ('code' in error && error.code === '53300'));

/** The pool as Kysely's driver wants it, its queries as `queryConfig` makes them. The pool itself stays untouched. */
export function wrapPool(pool: Pool, prepare: boolean): PostgresPool {
  // The driver keeps one connection object per client, so each client is wrapped once.
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();

  const wrap = (client: PoolClient) => {
    const query = (text: string, values: readonly unknown[] = []) =>
      client.query(queryConfig(text, values, prepare));
    const release = (destroy?: boolean) => client.release(destroy);
    // Kysely's type has a second form of `query`, for cursors, which only streams use.
    return { query, release } as unknown as PostgresPoolClient;
  };

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await connectionTo(pool);
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
  };
}

/** `bigint` and `numeric` come as text from `pg`; sequence numbers, counts and sums fit a number. */
const asNumber = new Set<number>([pgTypes.builtins.INT8, pgTypes.builtins.NUMERIC]);

const types: CustomTypesConfig = {
  getTypeParser: ((...[id, format]: Parameters<typeof pgTypes.getTypeParser>) =>
    asNumber.has(id) ? toNumber : pgTypes.getTypeParser(id, format)) as typeof pgTypes.getTypeParser,
};

function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new RangeError(`${text} does not fit a number`);
  return value;
}
