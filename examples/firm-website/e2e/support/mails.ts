/** The demo's outbox, as the server wrote it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SentMail } from '../../src/outbox.ts';
import type { Site } from './site.ts';

/** Every mail so far, oldest first. */
export async function mails({ folder }: Site): Promise<SentMail[]> {
  const text = await readFile(join(folder, 'outbox.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SentMail);
}

/** Waits until there are so many mails, or more. */
export async function mailsOnceThere(site: Site, count: number): Promise<SentMail[]> {
  for (const began = Date.now(); Date.now() - began < 8_000; await sleep(50)) {
    const all = await mails(site);
    if (all.length >= count) return all;
  }
  const all = await mails(site);
  assert.fail(
    `${count} mails were expected, but there are ${all.length}: ${all.map(({ to }) => to).join(', ')}`,
  );
}
