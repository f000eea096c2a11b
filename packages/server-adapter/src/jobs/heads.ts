import { headKey, signHead, type JournalSink } from '../journal/index.ts';
import type { Work } from './index.ts';
import { forEach } from './round.ts';

/**
 * Signs the head of every firm's journal that has grown since this process did so last, and hands it to the sink.
 * Several nodes may hand over the same one.
 */
export function headKeeper(secret: Uint8Array, sink: JournalSink): Work {
  const key = headKey(secret);
  const kept = new Map<string, number>();
  return async ({ kysely, clock }, round) => {
    const heads = await kysely.selectFrom('journal_heads').where('seq', '>', 0).selectAll().execute();
    const grown = heads.filter(({ firm_id, seq }) => seq !== kept.get(firm_id));
    await forEach(grown, round, async ({ firm_id: firm, seq, hash }) => {
      await sink.write(signHead(key, { firm, seq, hash, at: clock().toISOString() }));
      kept.set(firm, seq);
    });
  };
}
