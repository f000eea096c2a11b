import type { Scoped } from './scoped.ts';

/** The id of the row that has an external id of the firm's own system, whoever sees it. */
export async function findExternal(
  { db, scope }: Scoped,
  table: 'people' | 'cases' | 'events',
  externalId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(table)
    .where('firm_id', '=', scope.firmId)
    .where('external_id', '=', externalId)
    .select('id')
    .executeTakeFirst();
  return row?.id;
}
