import type { Database } from '../sql/database.ts';

/** All that is stored, as one text: to look for what should not be there. */
export async function dump(
  { kysely }: Pick<Database, 'kysely'>,
  except: readonly string[] = [],
): Promise<string> {
  const tables = await kysely.introspection.getTables();
  const rows: unknown[] = [];
  for (const { name } of tables.filter(({ name }) => !except.includes(name)))
    rows.push(
      await kysely
        .selectFrom(name as 'people')
        .selectAll()
        .execute(),
    );
  return JSON.stringify(rows);
}
