import type { Tx } from '../sql/database.ts';
import type { LinkPurpose } from '../sql/schema.ts';
import type { LinkOwner } from './end.ts';

/** Most links of a person, so that nobody fills a mailbox from outside. */
const hourly = 3;
const daily = 10;

/** Whether a person has been sent as many links for these purposes as anybody needs. */
export async function hasEnough(
  tx: Tx,
  { firmId, personId }: LinkOwner,
  purposes: readonly LinkPurpose[],
): Promise<boolean> {
  const links = await tx
    .selectFrom('links')
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('purpose', 'in', purposes)
    .orderBy('created_at', 'desc')
    .limit(daily)
    .select('created_at')
    .execute();
  const within = (hours: number, at: string | undefined) =>
    at !== undefined && Date.parse(tx.at) - Date.parse(at) < hours * 3_600_000;
  return within(1, links[hourly - 1]?.created_at) || within(24, links[daily - 1]?.created_at);
}
