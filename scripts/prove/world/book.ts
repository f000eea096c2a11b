/**
 * The world's own book of who may see what. It is written from what was asked of the server and answered with success,
 * by the rules of the product in plain words; it never looks into the server's tables, so it cannot repeat its mistakes.
 */
import type { ParticipantRole } from '../../../packages/core/src/contract/firm/participant-roles.ts';
import { canary } from './canary.ts';

/** What a canary or an id is about. */
export type Thing =
  /** Anybody's to know. */
  | { readonly kind: 'public' }
  /** Nobody's: text of a request that was refused, a secret. */
  | { readonly kind: 'nobody' }
  /** Everybody's who works at the firm, and its systems'. */
  | { readonly kind: 'firm' }
  | { readonly kind: 'admins' }
  /** Name, title and picture of a person. */
  | { readonly kind: 'person'; readonly id: string }
  /** How to reach a person, and what only they and the firm know. */
  | { readonly kind: 'contact'; readonly id: string }
  /** A person's alone: their browsers, their passkeys. */
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'case'; readonly id: string }
  /** What the firm keeps about a case for itself. */
  | { readonly kind: 'inside'; readonly id: string }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'thread'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string };

export interface BookedPerson {
  readonly kind: 'client' | 'staff';
  role: 'admin' | 'attorney' | 'staff' | null;
  email: string;
}

/** Somebody's part in a case on the client's side. */
export interface BookedPart {
  role: ParticipantRole;
  permissions: readonly string[];
  frozen: boolean;
}

export interface BookedCase {
  readonly team: Set<string>;
  /** Closed to all of the firm but its team. */
  sealed: boolean;
  readonly parts: Map<string, BookedPart>;
  /** Clients whom the case is shared with, also those who are frozen. */
  readonly clients: Set<string>;
}

/** A firm, as the world knows it. Plain data, so that it can be copied. */
export interface Book {
  /** In its canaries. */
  readonly letter: string;
  /** Twins have the same: their ids are each other's. */
  readonly family: string;
  readonly firmId: string;
  readonly host: string;
  readonly messages: 'two-way' | 'firm-only' | 'off';
  readonly people: Map<string, BookedPerson>;
  readonly cases: Map<string, BookedCase>;
  readonly steps: Map<string, { readonly caseId: string; visible: boolean }>;
  /** `all`: also those who were in it once; what they wrote stays, under their name. */
  readonly threads: Map<
    string,
    { readonly caseId: string; readonly members: Set<string>; readonly all: Set<string> }
  >;
  readonly events: Map<string, { readonly caseId: string; readonly clients: Set<string> }>;
  /** By id. */
  readonly things: Map<string, Thing>;
  /** By number. */
  readonly canaries: Thing[];
  /** Clients who have ever seen something of the firm, or were invited; they know who works there. */
  readonly clients: Set<string>;
  /** What has which id in the firm's own system: `cases external-1`. */
  readonly external: Map<string, string>;
  /** Notifications that have been looked into. */
  readonly told: Set<string>;
  /** Whose access is shut. */
  readonly disabled: Set<string>;
  /** Who has said to have looked at what: `person item`. */
  readonly looked: Set<string>;
}

export type Viewer =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'client'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'key'; readonly id: string }
  /** Somebody of the firm who looks at the portal as a client sees it. */
  | { readonly kind: 'view'; readonly id: string; readonly by: string };

export const newBook = (given: Pick<Book, 'letter' | 'firmId' | 'host' | 'messages'>): Book => ({
  ...given,
  family: given.letter,
  people: new Map(),
  cases: new Map(),
  steps: new Map(),
  threads: new Map(),
  events: new Map(),
  things: new Map(),
  canaries: [],
  clients: new Set(),
  external: new Map(),
  told: new Set(),
  disabled: new Set(),
  looked: new Set(),
});

/** A new canary of the firm; until it is said whose it is, it is nobody's. */
export function mark(book: Book, thing: Thing = { kind: 'nobody' }): { word: string; number: number } {
  const number = book.canaries.push(thing) - 1;
  return { word: canary(book.letter, number), number };
}

export const isAdmin = (book: Book, viewer: Viewer): boolean =>
  viewer.kind === 'staff' && book.people.get(viewer.id)?.role === 'admin';

/** Whether nothing of a case reaches somebody for now. */
const isFrozen = (book: Book, caseId: string, id: string): boolean =>
  book.cases.get(caseId)?.parts.get(id)?.frozen === true;

export function seesCase(book: Book, viewer: Viewer, id: string): boolean {
  const found = book.cases.get(id);
  if (!found || viewer.kind === 'nobody') return false;
  if (viewer.kind === 'view') return seesBoth(viewer, (one) => seesCase(book, one, id));
  if (viewer.kind === 'client') return found.clients.has(viewer.id) && !isFrozen(book, id, viewer.id);
  if (viewer.kind === 'staff' && found.team.has(viewer.id)) return true;
  return !found.sealed && (viewer.kind === 'key' || isAdmin(book, viewer));
}

/** Two pairs of eyes. */
const seesBoth = ({ id, by }: { id: string; by: string }, sees: (viewer: Viewer) => boolean): boolean =>
  sees({ kind: 'client', id }) && sees({ kind: 'staff', id: by });

export function sees(book: Book, viewer: Viewer, thing: Thing): boolean {
  if (thing.kind === 'public') return true;
  if (thing.kind === 'nobody' || viewer.kind === 'nobody') return false;
  if (viewer.kind === 'view') {
    // Who looks is told of themself too.
    if (thing.kind === 'person' && thing.id === viewer.by) return true;
    // Of what is the client's own, an endpoint that may be viewed has only their notifications.
    if (thing.kind === 'own') return thing.id === viewer.id;
    return seesBoth(viewer, (one) => sees(book, one, thing));
  }
  const isFirm = viewer.kind !== 'client';
  switch (thing.kind) {
    case 'firm':
      return isFirm;
    case 'admins':
      return isAdmin(book, viewer);
    case 'person':
      return isFirm || knows(book, viewer.id, thing.id);
    case 'contact':
      return isFirm || viewer.id === thing.id;
    case 'own':
      return viewer.id === thing.id;
    case 'case':
      return seesCase(book, viewer, thing.id);
    case 'inside':
      return isFirm && seesCase(book, viewer, thing.id);
    case 'step': {
      const step = book.steps.get(thing.id);
      return step !== undefined && (isFirm || step.visible) && seesCase(book, viewer, step.caseId);
    }
    case 'thread': {
      const thread = book.threads.get(thing.id);
      if (!thread) return false;
      // Conversations go by who is in them, also for admins; a system, which is nobody, reads all but what is sealed.
      if (viewer.kind === 'key') return seesCase(book, viewer, thread.caseId);
      if (viewer.kind === 'client' && book.messages === 'off') return false;
      return thread.members.has(viewer.id) && !isFrozen(book, thread.caseId, viewer.id);
    }
    case 'event': {
      const event = book.events.get(thing.id);
      if (!event) return false;
      if (isFirm) return seesCase(book, viewer, event.caseId);
      return event.clients.has(viewer.id) && !isFrozen(book, event.caseId, viewer.id);
    }
  }
}

/** Whoever sees a case of theirs answers for a client, and as long as they are in none, everybody. */
export function answersFor(
  book: Book,
  viewer: Viewer,
  scopes: readonly string[] | undefined,
  clientId: string,
): boolean {
  const cases = casesOf(book, clientId);
  if (cases.length === 0) return true;
  if (viewer.kind === 'key' && scopes?.includes('cases') !== true) return false;
  return cases.some((id) => seesCase(book, viewer, id));
}

/** The cases that a client is in, frozen or not. */
export const casesOf = (book: Book, clientId: string): string[] =>
  [...book.cases].filter(([, { parts }]) => parts.has(clientId)).map(([id]) => id);

/** A client knows themself, the people of the firm once they have a case, and whoever was in a conversation with them. */
function knows(book: Book, client: string, person: string): boolean {
  if (client === person) return true;
  if (book.people.get(person)?.kind === 'staff') return book.clients.has(client);
  return [...book.threads.values()].some(({ members, all }) => members.has(client) && all.has(person));
}

/** Takes a case and all that belongs to it from a person. */
export function withdraw(book: Book, caseId: string, personId: string): void {
  const found = book.cases.get(caseId);
  found?.clients.delete(personId);
  found?.team.delete(personId);
  for (const thread of book.threads.values()) if (thread.caseId === caseId) thread.members.delete(personId);
  for (const event of book.events.values()) if (event.caseId === caseId) event.clients.delete(personId);
}

/** Takes what the permissions of somebody's part no longer cover. */
export function takeUncovered(
  book: Book,
  caseId: string,
  personId: string,
  permissions: readonly string[],
): void {
  if (!permissions.includes('case')) book.cases.get(caseId)?.clients.delete(personId);
  if (!permissions.includes('messages'))
    for (const thread of book.threads.values()) if (thread.caseId === caseId) thread.members.delete(personId);
  if (!permissions.includes('events'))
    for (const event of book.events.values()) if (event.caseId === caseId) event.clients.delete(personId);
}

export function letSee(book: Book, caseId: string, clientId: string): void {
  // Who looked while it was shared before has not opened what is shared now.
  if (!book.cases.get(caseId)?.clients.has(clientId)) book.looked.delete(`${clientId} ${caseId}`);
  book.cases.get(caseId)?.clients.add(clientId);
  book.clients.add(clientId);
}
