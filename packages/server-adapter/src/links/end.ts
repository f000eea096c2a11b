import type { Tx } from '../sql/database.ts';
import type { LinkPurpose } from '../sql/schema.ts';

/** Whose links. */
export interface LinkOwner {
  readonly firmId: string;
  readonly personId: string;
}

/** Ends the links of a person, used or not, all of them or those for some purposes. */
export async function endLinks(
  tx: Tx,
  { firmId, personId }: LinkOwner,
  purposes?: readonly LinkPurpose[],
): Promise<void> {
  let links = tx
    .updateTable('links')
    .set({ revoked_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null);
  if (purposes) links = links.where('purpose', 'in', purposes);
  await links.execute();
}
