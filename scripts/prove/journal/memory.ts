/** A journal in memory that the server's own verifier reads as if it stood in the database. */
import { linkHash, genesis } from '../../../packages/server-adapter/src/journal/chain.ts';
import { verifyJournal, type Verdict } from '../../../packages/server-adapter/src/journal/index.ts';
import type { Anchor } from '../../../packages/server-adapter/src/journal/verify.ts';
import type { SqlValue } from '../../../packages/server-adapter/src/sql/database.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import type { JournalTable } from '../../../packages/server-adapter/src/sql/schema.ts';
import type { Random } from '../lib/random.ts';

export type Row = JournalTable;

export interface Journal {
  readonly rows: readonly Row[];
  readonly head: { readonly seq: number; readonly hash: string };
}

/**
 * Has a journal verified, as if it stood in the database: answers the three questions of `verifyJournal`, and throws at any
 * other.
 */
export function memoryVerifier() {
  const database = sqlite({ file: ':memory:' });
  let asked: Journal;
  const run = async (sql: string, parameters: readonly SqlValue[]): Promise<unknown[]> => {
    const { rows, head } = asked;
    if (sql.includes('journal_heads')) return [head];
    if (sql.includes('desc')) return rows.slice(-1);
    const [, after, upTo, limit] = parameters as [string, number, number, number];
    if (typeof limit !== 'number') throw new Error(`Nobody expected the verifier to ask: ${sql}`);
    return rows.slice(after, upTo).slice(0, limit);
  };
  const executor = Object.assign(database.kysely, { run });
  return (journal: Journal, anchors: readonly Anchor[] = []): Promise<Verdict> => {
    asked = journal;
    return verifyJournal(executor, 'firm_1', { anchors });
  };
}

const verbs = ['message.sent', 'case.status.changed', 'event.shared', 'session.opened'] as const;

/** A sound journal of so many entries. */
export function soundJournal(length: number, random: Random): Journal {
  let hash = genesis;
  const rows = Array.from({ length }, (_, index): Row => {
    const link = {
      firm_id: 'firm_1',
      seq: index + 1,
      at: new Date(Date.UTC(2026, 2, 3) + index * 1000).toISOString(),
      actor_type: 'person' as const,
      actor_id: `per_${random.int(50)}`,
      verb: random.pick(verbs),
      subject_type: 'thread',
      subject_id: `thr_${random.int(200)}`,
      case_id: `case_${random.int(40)}`,
      data: JSON.stringify({ messageId: `msg_${index}` }),
      prev_hash: hash,
    } as Omit<Row, 'hash'>;
    hash = linkHash(link);
    return { ...link, hash };
  });
  return { rows, head: { seq: length, hash } };
}

/** The rows from `seq` on, hashed anew, so that the chain fits again. */
export function rehashed(rows: readonly Row[], seq: number): Journal {
  let hash = seq === 1 ? genesis : rows[seq - 2]!.hash;
  const all = rows.map((row, index): Row => {
    if (index < seq - 1) return row;
    const link = { ...row, seq: index + 1, prev_hash: hash };
    hash = linkHash(link);
    return { ...link, hash };
  });
  return { rows: all, head: { seq: all.length, hash } };
}
