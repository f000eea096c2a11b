/** Writers that are killed one after the other, and what became of what they acknowledged. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { verifyJournal } from '../../../packages/server-adapter/src/journal/index.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { addConversation } from '../../../packages/server-adapter/src/testing/conversation.ts';
import type { Random } from '../lib/random.ts';
import type { WriterOrder } from './writer.ts';

export interface Killing {
  readonly file: string;
  readonly acknowledge: WriterOrder['acknowledge'];
  readonly cycles: number;
  /** Goes on until there are so many, however many cycles that takes. */
  readonly acknowledged: number;
  readonly random: Random;
}

export interface Survivors {
  readonly cycles: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there afterwards. */
  readonly lost: number;
  /** What the database says of itself, and the journal of its chain; empty when both are whole. */
  readonly damage: readonly string[];
}

export async function killWriters({
  file,
  acknowledge,
  cycles,
  acknowledged,
  random,
}: Killing): Promise<Survivors> {
  const first = sqlite({ file });
  await first.migrate();
  const conversation = await first.transaction(addConversation);
  await first.close();
  const order: WriterOrder = { file, conversation, acknowledge };
  const script = await bundle(dirname(file));

  const said = new Set<number>();
  let next = begin(script, order);
  let cycle = 0;
  for (; cycle < cycles || said.size < acknowledged; cycle++) {
    const writer = next;
    next = begin(script, order); // loads while the other writes
    const before = said.size;
    const ended = once(writer, 'close');
    listen(writer, said);
    writer.send('go');
    while (said.size < before + 20 && writer.exitCode === null) await sleep(2);
    await sleep(random() * 200);
    writer.kill('SIGKILL');
    await ended;
    if (writer.exitCode !== null) throw new Error(`The writer ended by itself, with ${writer.exitCode}`);
  }
  next.kill('SIGKILL');

  const database = sqlite({ file });
  try {
    const rows = await database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'message.sent')
      .select('seq')
      .execute();
    const there = new Set(rows.map(({ seq }) => seq));
    const messages = await database.kysely.selectFrom('messages').select('id').execute();
    const [check] = (await database.kysely.run('pragma integrity_check', [])) as {
      integrity_check: string;
    }[];
    const verdict = await verifyJournal(database.kysely, conversation.firm);
    return {
      cycles: cycle,
      acknowledged: said.size,
      lost: [...said].filter((seq) => !there.has(seq)).length,
      damage: [
        ...(check?.integrity_check === 'ok' ? [] : [`The database is damaged: ${check?.integrity_check}`]),
        ...(verdict.ok ? [] : [`The journal is broken: ${JSON.stringify(verdict)}`]),
        ...(messages.length === rows.length
          ? []
          : [`${messages.length} messages and ${rows.length} entries about them`]),
      ],
    };
  } finally {
    await database.close();
  }
}

/** One file, so that hundreds of processes start quickly. */
async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['casefront-source'],
    logLevel: 'error',
  });
  return outfile;
}

const begin = (script: string, order: WriterOrder): ChildProcess =>
  fork(script, [JSON.stringify(order)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });

/** What stands in the pipe has been said, also when the one who said it is dead. */
function listen(writer: ChildProcess, said: Set<number>): void {
  let rest = '';
  writer.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.add(Number(line));
  });
}
