/**
 * What an endpoint changes in the book when it was called with success. A new endpoint that changes nothing about who
 * sees what needs no line; one that does will show as a leak that is none until it has one.
 */
import type { Caller } from './callers.ts';
import {
  participantRoles,
  type ParticipantRole,
} from '../../../packages/core/src/contract/firm/participant-roles.ts';
import {
  letSee,
  takeUncovered,
  withdraw,
  type Book,
  type BookedPart,
  type Thing,
  type Viewer,
} from './book.ts';

export interface Done {
  readonly book: Book;
  /** Of the same firm. */
  readonly callers: readonly Caller[];
  readonly caller?: Caller;
  readonly viewer: Viewer;
  readonly input: Fields;
  readonly result: Fields;
}

/** What the contract says is in there; the call was answered with success, so it is. */
type Fields = Readonly<Record<string, any>>;

type Effect = (done: Done) => void;

const idOf = (viewer: Viewer): string => ('id' in viewer ? viewer.id : '');

/** What somebody came with is good for nothing any more. */
function end(callers: readonly Caller[], isMeant: (caller: Caller) => boolean): void {
  for (const caller of callers) if (isMeant(caller)) caller.state = 'dead';
}

const endOthers: Effect = ({ callers, caller, viewer }) =>
  end(callers, (one) => one !== caller && isOf(one, idOf(viewer)));

/** Whoever has just shown who they are is asked no more; beside a second factor the password shows nothing. */
const show: Effect = ({ caller, result }) => {
  if (caller?.state === 'stale' && result['factors'].includes('password')) caller.state = 'live';
};

/** Also where they look as somebody else. */
const isOf = ({ viewer }: Caller, id: string) => (viewer.kind === 'view' ? viewer.by : idOf(viewer)) === id;

const endAll: Effect = ({ callers, input: { id } }) => end(callers, (one) => isOf(one, id));

/** Whoever writes has seen what they answer. */
const look = ({ book, viewer, input }: Done, id: string) =>
  void book.looked.add(`${input['authorId'] ?? idOf(viewer)} ${id}`);

const addThread: Effect = (done) => {
  const { book, viewer, input } = done;
  const id: string = done.result['id'];
  const everybody: string[] = [input['authorId'] ?? idOf(viewer), ...input['recipientIds']];
  look(done, id);
  book.threads.set(id, { caseId: input['caseId'], members: new Set(everybody), all: new Set(everybody) });
  book.things.set(id, { kind: 'thread', id });
};

const usual = (role: ParticipantRole): readonly string[] => participantRoles[role].usual;

/** Whether being in the case with this part is seeing it. */
const joins = ({ role, permissions }: BookedPart): boolean =>
  participantRoles[role].joinsCase && permissions.includes('case');

function freeze({ book, input: { id, personId } }: Done, frozen: boolean): void {
  const part = book.cases.get(id)?.parts.get(personId);
  if (part) part.frozen = frozen;
}

const effects: Readonly<Record<string, Effect>> = {
  'firm.people.create': ({ book, input, result: { id, kind, role } }) => {
    book.people.set(id, { kind, role, email: input['email'] });
    book.things.set(id, { kind: 'person', id });
    bookExternal(book, 'people', input, id);
  },
  'firm.people.update': ({ book, input: { id, email }, result: { role } }) => {
    const person = book.people.get(id);
    if (person && email !== undefined) person.email = email;
    if (person) person.role = role;
  },
  // Whoever is invited is told by whom.
  'firm.invitations.create': ({ book, input: { id } }) => void book.clients.add(id),
  'firm.access.enable': ({ book, input: { id } }) => {
    book.disabled.delete(id);
    book.clients.add(id);
  },
  'firm.cases.create': ({ book, viewer, input, result: { id } }) => {
    bookExternal(book, 'cases', input, id);
    if (book.cases.has(id)) return; // the one with this external id
    const team = new Set(viewer.kind === 'staff' ? [viewer.id] : []);
    book.cases.set(id, { team, sealed: false, parts: new Map(), clients: new Set() });
    book.things.set(id, { kind: 'case', id });
  },
  'firm.cases.setTeam': ({ book, input: { id, members } }) => {
    const wanted: string[] = members.map(({ personId }: { personId: string }) => personId);
    const team = book.cases.get(id)?.team ?? new Set();
    for (const left of [...team].filter((one) => !wanted.includes(one))) withdraw(book, id, left);
    for (const one of wanted) team.add(one);
  },
  'firm.cases.addParticipant': ({ book, input: { id, personId, role = 'client', permissions } }) => {
    const parts = book.cases.get(id)?.parts;
    if (!parts || parts.has(personId)) return; // as they were
    const part = { role, permissions: permissions ?? usual(role), frozen: false };
    parts.set(personId, part);
    if (joins(part)) letSee(book, id, personId);
  },
  'firm.cases.updateParticipant': ({ book, input: { id, personId, role, permissions } }) => {
    const before = book.cases.get(id)?.parts.get(personId);
    if (!before) return;
    const isOther = role !== undefined && role !== before.role;
    const part: BookedPart = {
      role: role ?? before.role,
      permissions: permissions ?? (isOther ? usual(role) : before.permissions),
      frozen: before.frozen,
    };
    book.cases.get(id)!.parts.set(personId, part);
    takeUncovered(book, id, personId, part.permissions);
    if (joins(part) && !joins(before)) letSee(book, id, personId);
  },
  'firm.cases.freezeParticipant': (done) => freeze(done, true),
  'firm.cases.unfreezeParticipant': (done) => freeze(done, false),
  'firm.cases.removeParticipant': ({ book, input: { id, personId } }) => {
    book.cases.get(id)?.parts.delete(personId);
    withdraw(book, id, personId);
  },
  'firm.cases.seal': ({ book, input: { id } }) => {
    const found = book.cases.get(id);
    if (!found || found.sealed) return;
    found.sealed = true;
    // Colleagues who have written in the case without working on it lose that too.
    for (const [person, { kind }] of book.people)
      if (kind === 'staff' && !found.team.has(person)) withdraw(book, id, person);
  },
  'firm.cases.unseal': ({ book, input: { id } }) => {
    const found = book.cases.get(id);
    if (found) found.sealed = false;
  },
  'firm.cases.openSeal': ({ book, viewer, input: { id } }) => void book.cases.get(id)?.team.add(idOf(viewer)),
  'firm.steps.create': ({ book, input: { caseId, visible = false }, result: { steps } }) => {
    for (const { id } of (steps as { id: string }[]).filter((step) => !book.steps.has(step.id))) {
      book.steps.set(id, { caseId, visible });
      book.things.set(id, { kind: 'step', id });
    }
  },
  'firm.steps.update': ({ book, input: { id, visible } }) => {
    const step = book.steps.get(id);
    if (step && visible !== undefined) step.visible = visible;
  },
  'firm.steps.remove': ({ book, input: { id } }) => void book.steps.delete(id),
  'messages.reply': (done) => look(done, done.input['id']),
  'firm.messages.reply': (done) => look(done, done.input['id']),
  'threads.start': addThread,
  'firm.threads.start': addThread,
  'firm.events.create': ({ book, input, result: { id } }) => {
    bookExternal(book, 'events', input, id);
    if (book.events.has(id)) return;
    book.events.set(id, { caseId: input['caseId'], clients: new Set() });
    book.things.set(id, { kind: 'event', id });
  },
  'firm.shares.create': ({ book, input: { type, id, personId } }) => {
    const event = book.events.get(id);
    book.clients.add(personId); // who is told of it is told by whom
    if (type === 'case') letSee(book, id, personId);
    else if (event && !event.clients.has(personId)) {
      event.clients.add(personId);
      book.looked.delete(`${personId} ${id}`);
    }
  },
  'firm.shares.end': ({ book, input: { type, id, personId } }) => {
    if (type === 'case') withdraw(book, id, personId);
    else if (type === 'event') book.events.get(id)?.clients.delete(personId);
    else book.threads.get(id)?.members.delete(personId);
  },
  'firm.keys.create': ({ book, result: { id } }) => void book.things.set(id, { kind: 'admins' }),
  'firm.keys.revoke': endAll,
  'firm.access.disable': (done) => {
    done.book.disabled.add(done.input['id']);
    endAll(done);
  },
  'firm.access.removeFactors': endAll,
  'sessions.endOthers': endOthers,
  'sessions.end': ({ callers, input: { id } }) => end(callers, (one) => one.session === id),
  'session.confirmPassword': show,
  'password.change': (done) => {
    endOthers(done);
    show(done);
  },
  'notifications.seen': ({ book, viewer, input: { id } }) => void book.looked.add(`${idOf(viewer)} ${id}`),
};

function bookExternal({ external }: Book, noun: string, { externalId }: Fields, id: string): void {
  if (externalId !== undefined) external.set(`${noun} ${externalId}`, id);
}

export const applyEffect = (name: string, done: Done): void => effects[name]?.(done);

const namesOfPeople = new Set(['name', 'title']);

/** Whose a text is that was sent and taken: what it now stands in. */
export function thingOfText(name: string, field: string, { viewer, input, result, book }: Done): Thing {
  const id: string = input['id'] ?? result?.['id'] ?? '';
  const ofPerson = (id: string): Thing => ({ kind: namesOfPeople.has(field) ? 'person' : 'contact', id });
  if (name.startsWith('firm.people.')) return ofPerson(id);
  if (name === 'profile.update') return ofPerson(idOf(viewer));
  if (name.endsWith('threads.start')) return { kind: 'thread', id: result['id'] };
  if (name.endsWith('messages.reply')) return { kind: 'thread', id };
  // The reason is for the team.
  if (name === 'firm.cases.openSeal') return { kind: 'inside', id };
  if (name === 'firm.steps.create') return { kind: 'step', id: [...book.steps.keys()].at(-1)! };
  return book.things.get(id) ?? { kind: 'own', id: idOf(viewer) };
}
