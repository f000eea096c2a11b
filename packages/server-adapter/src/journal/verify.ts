import type { Executor } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { genesis, linkHash } from './chain.ts';

/** A point of the chain that was kept elsewhere, where whoever rewrites the database cannot reach it. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

export type Verdict =
  | {
      readonly ok: true;
      /** The last row, to be kept elsewhere as the next anchor. */
      readonly head: Anchor;
    }
  | {
      readonly ok: false;
      /** The first row that is not as it was written; one after the last when the end was cut off. */
      readonly seq: number;
      readonly reason: Reason;
    };

/**
 * `missing`: a number is left out. `changed`: the row, or the one before it, is not what was hashed. `cut`: the head
 * knows of rows that are gone. `foreign`: a row that the head knows nothing of. `anchor`: here, or since the anchor before,
 * rows are not those of which a head was kept elsewhere.
 */
type Reason = 'missing' | 'changed' | 'cut' | 'foreign' | 'anchor';

const pageSize = 1000;

/**
 * Walks a firm's chain from the first row to its head.
 *
 * Finds any row that was edited, removed, put in or exchanged, and an end that was cut off. Somebody who rewrites
 * the whole chain and its head leaves no trace in the database; only an anchor that was kept elsewhere shows it.
 */
export async function verifyJournal(
  executor: Executor,
  firm: string,
  { anchors = [] }: { anchors?: readonly Anchor[] } = {},
): Promise<Verdict> {
  // Two heads of one place that differ were signed before and after somebody rewrote it.
  const known = Map.groupBy(anchors, ({ seq }) => seq);
  const head = (await readHead.first(executor, { firm })) ?? { seq: 0, hash: genesis };
  let last: Anchor = { seq: 0, hash: genesis };

  // Rows that are appended meanwhile come after this head, and are for the next time.
  for (;;) {
    const rows = await readRows(executor, { firm, after: last.seq, upTo: head.seq, limit: pageSize });
    for (const row of rows) {
      const seq = last.seq + 1;
      if (row.seq !== seq) return { ok: false, seq, reason: 'missing' };
      if (row.prev_hash !== last.hash || row.hash !== linkHash(row))
        return { ok: false, seq, reason: 'changed' };
      if (known.get(seq)?.some(({ hash }) => hash !== row.hash)) return { ok: false, seq, reason: 'anchor' };
      last = { seq, hash: row.hash };
    }
    if (rows.length < pageSize) break;
  }

  if (last.seq < head.seq) return { ok: false, seq: last.seq + 1, reason: 'cut' };
  if (last.hash !== head.hash) return { ok: false, seq: Math.max(1, last.seq), reason: 'changed' };
  if (anchors.some(({ seq }) => seq > last.seq)) return { ok: false, seq: last.seq + 1, reason: 'anchor' };

  // A row and its head are committed together: a row that is there before the head is read can never be ahead of it.
  const newest = (await readNewest.first(executor, { firm }))?.seq ?? 0;
  const headNow = (await readHead.first(executor, { firm }))?.seq ?? 0;
  return newest > headNow ? { ok: false, seq: headNow + 1, reason: 'foreign' } : { ok: true, head: last };
}

const readHead = prepared((db, p: { firm: string }) =>
  db.selectFrom('journal_heads').where('firm_id', '=', p.firm).select(['seq', 'hash']),
);

const readNewest = prepared((db, p: { firm: string }) =>
  db.selectFrom('journal').where('firm_id', '=', p.firm).orderBy('seq', 'desc').limit(1).select('seq'),
);

const readRows = prepared((db, p: { firm: string; after: number; upTo: number; limit: number }) =>
  db
    .selectFrom('journal')
    .where('firm_id', '=', p.firm)
    .where('seq', '>', p.after)
    .where('seq', '<=', p.upTo)
    .orderBy('seq')
    .limit(p.limit)
    .selectAll(),
);
