import type { Entry } from '../journal/entry.ts';
import { lockFirm } from '../journal/lock.ts';
import { readEntries } from '../journal/read.ts';
import type { Database, Tx } from '../sql/database.ts';
import { forEach, type Round } from './round.ts';

/** Something that follows the journal: notifications, later webhooks and the like. */
export interface JournalReader {
  /** Names its cursor. */
  readonly name: string;
  /** Acts on an entry, only through `tx`: what it writes and the step of the cursor are one commit. */
  readonly handle: (tx: Tx, entry: Entry) => Promise<void>;
}

const batch = 100;

/**
 * Lets a reader follow every firm's journal to its end. Each entry is handled exactly once, whatever crashes when:
 * a batch, with all that came of it, is committed together with the cursor, or not at all.
 *
 * Several nodes may do this at once; a firm that one of them is reading is left to it. A firm where it fails is tried
 * again in the next round, and holds up no other.
 */
export async function follow(database: Database, reader: JournalReader, round: Round): Promise<void> {
  await forEach(await firmsBehind(database, reader.name), round, async (firm) => {
    let handled = batch;
    while (handled === batch && !round.signal?.aborted) handled = await readBatch(database, reader, firm);
  });
}

async function firmsBehind(database: Database, name: string): Promise<string[]> {
  const rows = await database.kysely
    .selectFrom('journal_heads as head')
    .leftJoin('job_cursors as cursor', (join) =>
      join.onRef('cursor.firm_id', '=', 'head.firm_id').on('cursor.name', '=', name),
    )
    .whereRef('head.seq', '>', (eb) => eb.fn.coalesce('cursor.seq', eb.lit(0)))
    .select('head.firm_id')
    .execute();
  return rows.map(({ firm_id }) => firm_id);
}

/** How many entries it handled; fewer than a batch means that the end is reached, or that another node is at it. */
const readBatch = (database: Database, { name, handle }: JournalReader, firm: string): Promise<number> =>
  database.transaction(async (tx) => {
    const cursor = await takeCursor(tx, name, firm);
    if (cursor === undefined) return 0;
    // After the cursor: whoever has it may be waiting for this lock, and then the firm is left to them.
    await lockFirm(tx, firm);
    const entries = await readEntries(tx, { firm, after: cursor, limit: batch });
    for (const entry of entries) await handle(tx, entry);
    const last = entries.at(-1);
    if (last) {
      await tx
        .updateTable('job_cursors')
        .set({ seq: last.seq })
        .where('firm_id', '=', firm)
        .where('name', '=', name)
        .execute();
    }
    return entries.length;
  });

/** Locks the cursor until the transaction ends; undefined when another node has it. */
async function takeCursor(tx: Tx, name: string, firm: string): Promise<number | undefined> {
  await tx
    .insertInto('job_cursors')
    .values({ firm_id: firm, name, seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  let cursor = tx
    .selectFrom('job_cursors')
    .where('firm_id', '=', firm)
    .where('name', '=', name)
    .select('seq');
  // On SQLite the whole database is locked.
  if (tx.dialect === 'postgres') cursor = cursor.forUpdate().skipLocked();
  return (await cursor.executeTakeFirst())?.seq;
}
