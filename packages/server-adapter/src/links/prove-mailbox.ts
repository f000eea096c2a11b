import type { Tx } from '../sql/database.ts';

/** Whose mailbox it is, who uses a link that was only in there has shown: it is bound to the address. */
export const proveMailbox = (tx: Tx, firmId: string, personId: string) =>
  tx
    .updateTable('people')
    .set({ email_proved_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .execute();
