/** G5: whatever was acknowledged is there after Postgres was stopped in the middle of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyJournal } from '../../../packages/server-adapter/src/journal/index.ts';
import { postgres } from '../../../packages/server-adapter/src/sql/postgres.ts';
import { addConversation, say } from '../../../packages/server-adapter/src/testing/conversation.ts';
import { startPostgres } from '../../setup/postgres.ts';
import type { Prove } from '../lib/goal.ts';
import type { Random } from '../lib/random.ts';

export const prove: Prove = async ({ size, tally, random }) => {
  const kept = await stopAndLook([], { stops: size(50), acknowledged: size(2_000), random });
  tally.tried(kept.acknowledged);
  tally.fact('stops', kept.stops);
  if (kept.lost > 0) tally.fail(`${kept.lost} of ${kept.acknowledged} acknowledged messages are lost`);
  if (!kept.chain) tally.fail('The journal is broken');

  // The control: a server that does not wait for its disk loses what it has acknowledged, and this must see it.
  const hasty = ['synchronous_commit=off', 'wal_writer_delay=10s', 'wal_writer_flush_after=1GB'];
  const lost = await stopAndLook(hasty, { stops: 4, acknowledged: 0, random: random.part('hasty') });
  tally.positive(lost.lost);
};

interface Plan {
  readonly stops: number;
  readonly acknowledged: number;
  readonly random: Random;
}

async function stopAndLook(settings: readonly string[], { stops, acknowledged, random }: Plan) {
  const server = await startPostgres(settings);
  try {
    const first = postgres({ url: server.url });
    await first.migrate();
    const conversation = await first.transaction(addConversation);
    await first.close();

    const said: number[] = [];
    let stop = 0;
    for (; stop < stops || said.length < acknowledged; stop++) {
      const database = postgres({ url: server.url });
      const over = new AbortController();
      const write = async () => {
        while (!over.signal.aborted) {
          try {
            said.push(await say(database, conversation, conversation.client));
          } catch {
            return; // the server has gone: nothing was acknowledged
          }
        }
      };
      const writers = Array.from({ length: 4 }, write);
      await sleep(150 + random() * 500);
      await server.crash();
      over.abort();
      await Promise.all(writers);
      await database.close().catch(() => {});
      await server.restart();
    }

    const database = postgres({ url: server.url });
    const rows = await database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'message.sent')
      .select('seq')
      .execute();
    const there = new Set(rows.map(({ seq }) => seq));
    const { ok: chain } = await verifyJournal(database.kysely, conversation.firm);
    await database.close();
    // Numbers that were lost are given out again, so they are counted with their repetitions.
    const lost = said.filter((seq) => !there.has(seq)).length + (said.length - new Set(said).size);
    return { stops: stop, acknowledged: said.length, lost, chain };
  } finally {
    await server.stop();
  }
}
