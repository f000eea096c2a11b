import { createHash } from 'node:crypto';
import type { CompiledQuery, Kysely } from 'kysely';
import type { Dialect, Executor, SqlValue } from './database.ts';
import type { Schema } from './schema.ts';

/** A query that was built and compiled once. */
export interface Prepared<P, Row> {
  /** All rows. */
  (executor: Executor, parameters: P): Promise<Row[]>;
  /** The first row, if there is one. */
  first(executor: Executor, parameters: P): Promise<Row | undefined>;
}

/**
 * Makes a query for hot paths. It is built and compiled once per dialect and runs as a kept statement afterwards,
 * which costs about as much as `node:sqlite` or `pg` alone (building on every call: 0.70 of it).
 *
 * ```ts
 * const findCase = prepared((db, p: { firm: string; id: string }) =>
 *   db.selectFrom('cases').where('firm_id', '=', p.firm).where('id', '=', p.id).select(['id', 'title']));
 * const found = await findCase.first(database.kysely, { firm, id });
 * ```
 *
 * In `build`, `p.firm` is a placeholder with the type of its value: hand it on to Kysely or `sql`, never compute
 * with it. Its shape cannot depend on parameters; write two queries instead. Lists (`in`) are not possible.
 */
export function prepared<P extends { [name in keyof P]: SqlValue }, Row>(
  build: (db: Kysely<Schema>, parameters: P) => { compile(): CompiledQuery<Row> },
): Prepared<P, Row> {
  const plans: Partial<Record<Dialect, Plan>> = {};

  const run = async (executor: Executor, parameters: P): Promise<Row[]> => {
    const make = () => compile(build(executor, placeholders as P));
    const plan = executor.narrowed ? make() : (plans[executor.dialect] ??= make());
    return (await executor.run(plan.sql, bind(plan, parameters))) as Row[];
  };
  return Object.assign(run, {
    first: async (executor: Executor, parameters: P) => (await run(executor, parameters))[0],
  });
}

interface Plan {
  readonly sql: string;
  readonly slots: readonly (Placeholder | SqlValue)[];
}

/** Statements whose text is known beforehand, with the name that Postgres keeps them by. */
export const hotStatements = new Map<string, string>();

function compile(query: { compile(): CompiledQuery }): Plan {
  const { sql, parameters } = query.compile();
  hotStatements.set(sql, `casefront_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`);
  return { sql, slots: parameters as Plan['slots'] };
}

function bind({ slots }: Plan, parameters: Record<string, SqlValue>): SqlValue[] {
  return slots.map((slot) => {
    if (!(slot instanceof Placeholder)) return slot;
    const value = parameters[slot.name];
    if (value === undefined) throw new TypeError(`The query needs the parameter ${slot.name}.`);
    return value;
  });
}

class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(`The parameter ${this.name} has no value yet: hand it to Kysely as it is.`);
  }
}

/** Answers to every name with a placeholder for it. */
const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
