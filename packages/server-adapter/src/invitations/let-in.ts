import type { Tx } from '../sql/database.ts';

/** Whoever was invited has come, by the link or by another way in. */
export const letIn = (tx: Tx, firmId: string, personId: string) =>
  tx
    .updateTable('people')
    .set({ access: 'active' })
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where('access', '=', 'invited')
    .execute();
