/** Whether a list that goes on and on has everybody once. */
import { endpoints } from './act.ts';
import type { Book } from './book.ts';
import { send } from './server.ts';
import type { Sweep } from './sweep.ts';

/** All people of the firm, a few at a time, as a system reads them. */
export async function checkPeople({ running, callers, tally }: Sweep, book: Book): Promise<void> {
  const reader = callers.find(({ letter, name }) => letter === book.letter && name === 'key-people')!;
  if (reader.state !== 'live') return;
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null && page < 1000; page++) {
    const input: Record<string, unknown> = { limit: 9, ...(cursor !== '' && { cursor }) };
    const endpoint = endpoints.get('firm.people.list')!;
    const call = { host: book.host, credential: reader.credential, endpoint, input };
    const { status, text } = await send(running.server, call);
    if (status !== 200) return tally.fail(`The people of ${book.letter} cannot be read: ${status} ${text}`);
    const answer = JSON.parse(text) as { items: { id: string }[]; next: string | null };
    seen.push(...answer.items.map(({ id }) => id));
    cursor = answer.next;
  }
  tally.tried();
  const all = new Set(seen);
  if (all.size !== seen.length) tally.fail(`The list of people of ${book.letter} has somebody twice`);
  for (const id of book.people.keys())
    if (!all.has(id)) tally.fail(`The list of people of ${book.letter} misses ${id}`);
  tally.positive();
}
