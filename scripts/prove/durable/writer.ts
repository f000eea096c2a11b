/**
 * A process that writes messages as fast as it can and says on its standard output which ones are acknowledged, until
 * it is killed. It loads everything first and waits for a word, so that a killed one is followed at once.
 */
import { writeSync } from 'node:fs';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { say, type Conversation } from '../../../packages/server-adapter/src/testing/conversation.ts';
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';

export interface WriterOrder {
  readonly file: string;
  readonly conversation: Conversation;
  /** `early`: acknowledges before the commit, as nobody should; the proof must see it. */
  readonly acknowledge: 'after' | 'early';
  /** So many, and then an orderly end; without it until killed. */
  readonly most?: number;
}

const order = JSON.parse(process.argv[2] ?? '') as WriterOrder;
const tell = (seq: number) => writeSync(1, `${seq}\n`);

if (process.send) await new Promise((go) => process.once('message', go));
const database = sqlite({ file: order.file });
const author = order.conversation.client;
for (let count = 0; count < (order.most ?? Infinity); count++) {
  if (order.acknowledge === 'after') tell(await say(database, order.conversation, author));
  else await say(early(database), order.conversation, author);
}
await database.close();
process.disconnect?.();

/** Says that a change is there while its transaction is still open. */
function early(of: Database): Database {
  return {
    ...of,
    transaction: (work) =>
      of.transaction(async (tx) => {
        const result = await work(tx);
        if (typeof result === 'number') tell(result);
        return result;
      }),
  };
}
