/** G6: every acknowledged commit has reached the disk; a kill cannot show that, because the page cache survives it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { addConversation } from '../../../packages/server-adapter/src/testing/conversation.ts';
import { sourceFlags } from '../../lib/process.ts';
import { ensureStrace } from '../../setup/strace.ts';
import type { WriterOrder } from '../durable/writer.ts';
import type { Prove } from '../lib/goal.ts';

const run = promisify(execFile);

export const prove: Prove = async ({ size, tally, folder }) => {
  const strace = await ensureStrace();
  const file = join(folder, 'portal.db');
  const database = sqlite({ file });
  await database.migrate();
  const conversation = await database.transaction(addConversation);
  await database.close();

  /** How often a script asks for the disk, and what it says. */
  const traced = async (script: string, order: object) => {
    const counts = join(folder, `${script}.counts`);
    const path = fileURLToPath(new URL(`../durable/${script}.ts`, import.meta.url));
    const node = [process.execPath, ...sourceFlags, path, JSON.stringify(order)];
    const { stdout } = await run(strace, ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-o', counts, ...node], {
      maxBuffer: 64 * 2 ** 20,
    });
    return {
      syncs: syncsIn(await readFile(counts, 'utf8')),
      lines: stdout.split('\n').filter(Boolean).length,
    };
  };

  const most = size(500);
  const order: WriterOrder = { file, conversation, acknowledge: 'after', most };
  const { syncs, lines } = await traced('writer', order);
  tally.tried(lines);
  tally.fact('fsyncs', syncs);
  if (lines !== most) tally.fail(`${lines} of ${most} messages were acknowledged`);
  if (syncs < lines) tally.fail(`${syncs} times the disk was asked for, for ${lines} acknowledged commits`);

  // The control: SQLite at NORMAL waits for the disk now and then only, and this must see it.
  const hasty = await traced('hasty', { file: join(folder, 'hasty.db'), most });
  tally.fact('control', hasty.syncs);
  if (hasty.syncs < most) tally.positive(most - hasty.syncs);
};

/** From strace's table: `% time  seconds  usecs/call  calls  errors  syscall`. */
const syncsIn = (table: string): number =>
  table
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter((columns) => ['fsync', 'fdatasync'].includes(columns.at(-1) ?? ''))
    .reduce((sum, columns) => sum + Number(columns[3]), 0);
