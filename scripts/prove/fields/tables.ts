/** What the tables have, to look for in answers and to compare. */
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
}

let known: Promise<readonly Table[]> | undefined;

const tablesOf = ({ kysely }: Database): Promise<readonly Table[]> =>
  (known ??= kysely.introspection.getTables());

/** How often somebody has tried is written down whatever comes of it. */
const uninteresting = new Set(['rate_counters', 'migrations']);

export async function rowsOf(database: Database): Promise<string> {
  const lines: string[] = [];
  for (const { name } of await tablesOf(database))
    if (!uninteresting.has(name))
      for (const row of await allOf(database, name)) lines.push(`${name} ${JSON.stringify(row)}`);
  return lines.join('\n');
}

const allOf = ({ kysely }: Database, table: string): Promise<Record<string, unknown>[]> =>
  kysely
    .selectFrom(table as 'people')
    .selectAll()
    .execute() as Promise<Record<string, unknown>[]>;

/** Every name of a column, as it is there and as the wire would write it. */
export async function columnsOf(database: Database): Promise<string[]> {
  const names = (await tablesOf(database)).flatMap(({ columns }) => columns.map(({ name }) => name));
  const camel = names.map((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return [...new Set([...names, ...camel])].toSorted();
}

const secret = /hash$|^nonce$|^secret$|^challenge$|^public_key$/;

/** What is in columns that nobody is ever told. */
export async function secretsIn(database: Database): Promise<{ column: string; value: string }[]> {
  const found: { column: string; value: string }[] = [];
  for (const { name, columns } of await tablesOf(database)) {
    const secrets = columns.filter((column) => secret.test(column.name)).map((column) => column.name);
    if (secrets.length === 0) continue;
    for (const row of await allOf(database, name))
      for (const column of secrets) {
        const value = row[column];
        if (typeof value === 'string' && value.length > 8) found.push({ column: `${name}.${column}`, value });
      }
  }
  return found;
}
