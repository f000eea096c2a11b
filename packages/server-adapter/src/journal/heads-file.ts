import { open, readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { JournalSink, SignedHead } from './heads.ts';

/**
 * Appends heads to a file, a line of JSON each. Put it on a disk that whoever can write to the database cannot: mounted
 * from elsewhere, append-only, or shipped off every hour.
 *
 * @example
 * createPortalServer({ …, journalSink: headsFile('/mnt/audit/heads.jsonl') });
 */
export const headsFile = (path: string): JournalSink => ({
  async write(head) {
    const file = await open(path, 'a');
    try {
      // The line before may have been cut off by a crash: then only that one is lost.
      await file.appendFile(`\n${JSON.stringify(head)}`);
      await file.sync();
    } finally {
      await file.close();
    }
  },
});

const Line = z.object({
  firm: z.string(),
  seq: z.int(),
  hash: z.string(),
  at: z.string(),
  signature: z.string(),
});

/** The heads of a file, and the numbers of the lines that are none. */
export async function readHeads(path: string): Promise<{ heads: SignedHead[]; unreadable: number[] }> {
  const heads: SignedHead[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of (await readFile(path, 'utf8')).split('\n').entries()) {
    if (line.trim() === '') continue;
    const head = Line.safeParse(parse(line));
    if (head.success) heads.push(head.data);
    else unreadable.push(index + 1);
  }
  return { heads, unreadable };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
