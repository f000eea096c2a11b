import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';

/** What this one person reads has changed. */
export const raiseVersion: (tx: Tx, key: { firm: string; person: string }) => Promise<unknown> = prepared(
  (db, p: { firm: string; person: string }) =>
    db
      .updateTable('people')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('firm_id', '=', p.firm)
      .where('id', '=', p.person),
);
