import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { genesis } from './chain.ts';

/**
 * Lets the transactions of a firm take turns until this one ends. Whatever writes to the journal, to shares or to
 * versions takes this lock before any other of the firm's rows, so no two transactions wait for each other crosswise.
 *
 * It is a statement of its own: on READ COMMITTED each statement that follows sees what the one before has committed,
 * so who may see what is decided by what is so now. On SQLite there is nothing to do: its transactions take turns.
 */
export async function lockFirm(tx: Tx, firm: string): Promise<void> {
  if (tx.dialect === 'sqlite' || (await take.first(tx, { firm }))) return;
  await beginJournal(tx, firm);
  await take(tx, { firm });
}

/** The head of a firm without entries. Two at once meet at the insert, and the second finds that of the first. */
export async function beginJournal(tx: Tx, firm: string): Promise<void> {
  await tx
    .insertInto('journal_heads')
    .values({ firm_id: firm, seq: 0, hash: genesis })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const take = prepared((db, p: { firm: string }) =>
  db.selectFrom('journal_heads').where('firm_id', '=', p.firm).select('firm_id').forNoKeyUpdate(),
);
