/** Makes a call up: who, what, with which ids, with which words. */
import { newId } from '../../../packages/server-adapter/src/ids.ts';
import type { Random } from '../lib/random.ts';
import { mark, sees, seesCase, type Book, type Viewer } from './book.ts';
import { prefixOf } from './canary.ts';
import { turnedAway, type Caller } from './callers.ts';
import { mapIds, type Template } from './templates.ts';

export interface Chosen {
  readonly book: Book;
  readonly caller: Caller;
  readonly template: Template;
  readonly input: Readonly<Record<string, unknown>>;
  /** Canaries in the words that are sent: whose they are depends on what becomes of the call. */
  readonly marks: readonly { readonly field: string; readonly number: number }[];
}

export interface Choices {
  readonly books: ReadonlyMap<string, Book>;
  readonly callers: readonly Caller[];
  readonly templates: readonly Template[];
  readonly random: Random;
  /** What is called more often than all the rest together. */
  readonly focus?: readonly Template[] | undefined;
}

/** Most people who call are those for whom the endpoint is, or little would ever succeed. */
const welcome = 0.75;
const stray = 0.1;

export function chooseCall({ books, callers, templates, random, focus }: Choices, turn: number): Chosen {
  // One after the other, so that each gets its turns; the rare ones sit most of theirs out.
  let template = templates[turn % templates.length]!;
  while (!random.chance(template.weight)) template = random.pick(templates);
  if (focus && focus.length > 0 && random.chance(0.6)) template = random.pick(focus);
  const letter = random.pick(['a', 'a', 'a', 'b', 'b', 'b', 't', 'u']);
  const ofFirm = callers.filter((caller) => caller.letter === letter);
  const book = books.get(letter)!;
  const may = ofFirm.filter((caller) => !turnedAway(book, caller, template.endpoint, template.forAdmins));
  const { audience } = template.endpoint.spec;
  // Signing in with a session at hand would end it: G14 looks at that.
  const those = audience === 'public' ? ofFirm.filter(({ name }) => name === 'nobody') : ofFirm;
  const caller = random.pick(may.length > 0 && audience !== 'public' && random.chance(welcome) ? may : those);
  const scene = chooseScene(book, caller, books, random);
  const base = random.pick(template.inputs);
  // Now and then one of several ids comes from elsewhere: the item is one's own, and the person another firm's.
  const withIds = mapIds(base, (_, prefix, field) => {
    const place = random.chance(stray) ? chooseScene(book, caller, books, random) : scene;
    return chooseId(place, template.name, prefix, field, random);
  });
  return { book, caller, template, ...putWords(book, template, withIds, random) };
}

/** Where ids are taken from: one case and what belongs to it, of a firm that may be another, or nowhere. */
interface Scene {
  readonly book: Book;
  readonly caseId: string | undefined;
  readonly missing: boolean;
  /** Who sees all of it, when only such things are wanted. */
  readonly viewer?: Viewer;
}

function chooseScene(book: Book, { viewer, letter }: Caller, books: Choices['books'], random: Random): Scene {
  const where = random();
  const mine = [...book.cases.keys()].filter((id) => seesCase(book, viewer, id));
  if (where < 0.55) return { book, caseId: random.maybe(mine), missing: false, viewer };
  if (where < 0.85) return { book, caseId: random.maybe([...book.cases.keys()]), missing: false };
  if (where > 0.93) return { book, caseId: undefined, missing: true };
  const other = books.get(letter === 't' ? 'u' : 't')!;
  return { book: other, caseId: random.maybe([...other.cases.keys()]), missing: false };
}

function chooseId(
  { book, caseId, missing, viewer }: Scene,
  name: string,
  prefix: string,
  field: string,
  random: Random,
): string | undefined {
  if (missing) return newIdLike(prefix);
  if (prefix === 'case' && caseId !== undefined) return caseId;
  const inCase = <T extends { caseId: string }>(items: Map<string, T>) =>
    [...items].filter(([, item]) => item.caseId === caseId).map(([id]) => id);
  const all = [...book.things.keys()].filter((id) => prefixOf(id) === prefix);
  const near = {
    step: () => inCase(book.steps),
    thr: () => inCase(book.threads),
    evt: () => inCase(book.events),
    per: () => peopleFor(name, field, book, caseId),
  }[prefix];
  const own = (ids: readonly string[]) =>
    viewer ? ids.filter((id) => sees(book, viewer, book.things.get(id)!)) : ids;
  const known = near && random.chance(0.8) ? own(near()) : [];
  return random.maybe(known) ?? random.maybe(own(all)) ?? random.maybe(all);
}

/** Those whom the call would make sense with. */
function peopleFor(name: string, field: string, { cases, people }: Book, caseId = ''): string[] {
  const { team = [], clients = [], parts = new Map<string, unknown>() } = cases.get(caseId) ?? {};
  const ofKind = (kind: string) => [...people].filter(([, one]) => one.kind === kind).map(([id]) => id);
  if (name === 'firm.cases.setTeam') return ofKind('staff');
  if (name === 'firm.cases.addParticipant') return ofKind('client');
  if (name.endsWith('Participant') || name.startsWith('firm.shares.')) return [...parts.keys()];
  if (name === 'threads.start' || field === 'authorId') return [...team];
  if (name === 'firm.threads.start') return [...clients];
  return name.startsWith('firm.cases.') ? [...team, ...clients] : [...people.keys()];
}

const kinds = {
  case: 'case',
  step: 'step',
  thr: 'thread',
  evt: 'event',
  per: 'person',
  key: 'key',
  msg: 'message',
} as const;

/** The id of something that is not there. */
export const newIdLike = (prefix: string): string =>
  prefix in kinds ? newId(kinds[prefix as keyof typeof kinds]) : newId('case').replace('case', prefix);

function putWords(
  book: Book,
  { texts, addresses, endpoint }: Template,
  given: Readonly<Record<string, unknown>>,
  random: Random,
): Pick<Chosen, 'input' | 'marks'> {
  const input: Record<string, unknown> = { ...given };
  const marks: { field: string; number: number }[] = [];
  const put = (field: string, write: (word: string) => string) => {
    const { word, number } = mark(book);
    marks.push({ field, number });
    input[field] = write(word);
  };
  for (const field of texts) {
    if (field === 'id') continue;
    if (field === 'externalId') {
      if (random.chance(0.2)) input[field] = random.pick(externalIds);
    } else if (field in input || random.chance(0.3)) put(field, (word) => `${word} ${random.pick(words)}`);
  }
  for (const field of addresses)
    if (random.chance(0.5) && !(endpoint.spec.audience === 'public'))
      put(field, (word) => `${word}@people.example`);
  if ('limit' in (endpoint.spec.input?.shape ?? {}) && random.chance(0.4)) input['limit'] = 1 + random.int(4);
  return { input, marks };
}

const externalIds = ['external-0', 'external-1', 'external-2', 'external-boss'];
const words = ['Soon.', 'Ответ позже', 'a "quote" & <b>more</b>', 'two  words', '100 % sure; select 1'];
