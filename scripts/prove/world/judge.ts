/** Whether an answer, or a mail, holds something that its reader may not know. */
import { problems } from '../../../packages/core/src/contract/index.ts';
import { sees, type Book, type Thing, type Viewer } from './book.ts';
import { canariesIn, idsIn, prefixOf } from './canary.ts';
import type { Given } from './server.ts';

/** Ids that whoever reads them first has to themself. */
const personal = new Set(['ses', 'pky', 'ntf', 'view']);

/** What is foreign in a text. Whoever has the token of a link may know what of the firm's it is about. */
export function foreignIn(text: string, book: Book, viewer: Viewer, hasLink = false): string[] {
  const found: string[] = [];
  for (const { word, letter, number } of canariesIn(text)) {
    if (letter !== book.letter) found.push(`${word} of another firm`);
    else if (!hasLink) {
      const thing = book.canaries[number];
      if (!thing || !sees(book, viewer, thing)) found.push(`${word} of ${say(thing)}`);
    }
  }
  for (const id of idsIn(text)) {
    const thing = book.things.get(id);
    if (thing && !hasLink && !sees(book, viewer, thing)) found.push(`${id} of ${say(thing)}`);
    else if (!thing && personal.has(prefixOf(id)) && 'id' in viewer)
      book.things.set(id, { kind: 'own', id: viewer.id });
  }
  return found;
}

const say = (thing: Thing | undefined): string =>
  thing ? ('id' in thing ? `${thing.kind} ${thing.id}` : thing.kind) : 'nobody';

/** How many of a caller's own canaries are in a text. */
export const ownIn = (text: string, book: Book): boolean =>
  canariesIn(text).some(({ letter }) => letter === book.letter);

export const codeOf = ({ status, text }: Given): string | undefined =>
  status >= 400 ? (JSON.parse(text) as { code: string }).code : undefined;

export const isRefusal = (given: Given, code: keyof typeof problems): boolean =>
  codeOf(given) === code && given.status === problems[code].status;
