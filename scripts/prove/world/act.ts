/** Builds the world the way firms do: by calling, and writing into the book what became of it. */
import { contract, walk, type Endpoint } from '../../../packages/core/src/contract/index.ts';
import type { TestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import { mark, type Book, type Viewer } from './book.ts';
import { applyEffect, thingOfText } from './effects.ts';
import { send, type Credential } from './server.ts';

export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [...walk(contract)].map(({ name, endpoint }) => [name, endpoint]),
);

export interface Who {
  readonly viewer: Viewer;
  readonly credential: Credential;
}

/** Text in an input that gets a canary in front, which is then booked. */
export const marked = (words: string): Marked => ({ words });
interface Marked {
  readonly words: string;
}

/** Takes a second of the world's time. @throws when the server refuses */
export async function act<T = { id: string }>(
  { server, clock }: Pick<TestPortal, 'server' | 'clock'>,
  book: Book,
  { viewer, credential }: Who,
  name: string,
  given: Record<string, unknown>,
): Promise<T> {
  const marks: { field: string; number: number }[] = [];
  const input: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(given)) {
    if (typeof value !== 'object' || value === null || !('words' in value)) input[field] = value;
    else {
      const { word, number } = mark(book);
      marks.push({ field, number });
      input[field] = field === 'email' ? `${word}@people.example` : `${word} ${String(value.words)}`;
    }
  }
  const endpoint = endpoints.get(name)!;
  clock.pass(1);
  const answer = await send(server, { host: book.host, credential, endpoint, input });
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  const result = answer.text ? JSON.parse(answer.text) : undefined;
  const done = { book, callers: [], viewer, input, result };
  applyEffect(name, done);
  for (const { field, number } of marks) book.canaries[number] = thingOfText(name, field, done);
  return result;
}
