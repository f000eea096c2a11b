/** What the product's rules refuse to somebody who may call the endpoint and sees everything that the call names. */
import { answersFor, casesOf, isAdmin, seesCase, type Book, type Viewer } from './book.ts';
import type { Caller } from './callers.ts';

export interface Asked {
  readonly book: Book;
  readonly caller: Caller;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Why the call must not succeed; undefined when it may. */
export function refusal({ book, caller, name, input }: Asked): string | undefined {
  const { viewer } = caller;
  const known = externalOf(book, name, input);
  if (name === 'firm.cases.openSeal' && seesCase(book, viewer, String(input['id'])))
    return 'who sees a case opens no seal';
  if (name === 'firm.cases.create' && known !== undefined && !seesCase(book, viewer, known))
    return 'the case with this external id is hidden';
  return (
    refusedPerson(book, caller, name, input, known) ??
    refusedRole(book, viewer, name) ??
    refusedRoster(book, name, input) ??
    refusedShare(book, name, input) ??
    refusedMessage(book, viewer, name, input)
  );
}

/** What an external id leads to. */
const externalOf = ({ external }: Book, name: string, input: Asked['input']): string | undefined =>
  external.get(`${name.split('.')[1]} ${String(input['externalId'])}`);

function refusedPerson(
  book: Book,
  caller: Caller,
  name: string,
  input: Asked['input'],
  known: string | undefined,
): string | undefined {
  if (!/^firm\.(?:access\.|invitations\.|people\.(?:create|update)|views\.)/.test(name)) return undefined;
  const id = name === 'firm.people.create' ? known : String(input['id']);
  const target = id === undefined ? undefined : book.people.get(id);
  const isColleague = target?.kind === 'staff' || input['kind'] === 'staff';
  if (isColleague && !isAdmin(book, caller.viewer)) return 'a colleague is for admins';
  if (id !== undefined && id === ownId(caller.viewer) && changesRole(target?.role, input))
    return 'nobody changes their own role';
  if (id !== undefined && id === ownId(caller.viewer) && /\.access\.(?:reset|disable)$/.test(name))
    return 'nobody shuts or opens their own way in';
  if (target?.kind !== 'client' || !movesMail(name, input, target.email)) return undefined;
  // Admins open and shut every way in, and see nothing by it.
  if (isAdmin(book, caller.viewer) && /^firm\.(?:access|invitations)\./.test(name)) return undefined;
  if (!answersFor(book, caller.viewer, caller.scopes, id!)) return 'the client is somebody else’s';
  const isHidden = (one: string) => book.cases.get(one)?.sealed && !seesCase(book, caller.viewer, one);
  // Whoever has the mailbox sees all of their cases.
  if (name.startsWith('firm.people.') && casesOf(book, id!).some(isHidden))
    return 'a case of theirs is sealed';
  return undefined;
}

const changesRole = (role: unknown, input: Asked['input']) =>
  input['role'] !== undefined && input['role'] !== role;

const movesMail = (name: string, input: Asked['input'], email: string) =>
  !name.startsWith('firm.people.') || (input['email'] !== undefined && input['email'] !== email);

/** What takes a licence to answer for. */
const powers: Readonly<Record<string, readonly string[]>> = {
  'firm.cases.setTeam': ['admin', 'attorney', 'key'],
  'firm.cases.updateParticipant': ['admin', 'attorney', 'key'],
  'firm.cases.removeParticipant': ['admin', 'attorney', 'key'],
  'firm.cases.freezeParticipant': ['admin', 'attorney'],
  'firm.cases.unfreezeParticipant': ['admin', 'attorney'],
  'firm.cases.seal': ['admin', 'attorney'],
  'firm.cases.unseal': ['admin', 'attorney'],
};

function refusedRole(book: Book, viewer: Viewer, name: string): string | undefined {
  const role = viewer.kind === 'staff' ? (book.people.get(viewer.id)?.role ?? '') : viewer.kind;
  return powers[name] && !powers[name].includes(role) ? `it is not for a ${role}` : undefined;
}

function refusedRoster(book: Book, name: string, input: Asked['input']): string | undefined {
  const kindOf = (id: unknown) => book.people.get(String(id))?.kind;
  if (name === 'firm.cases.setTeam') {
    const members = input['members'] as { personId: string }[];
    if (members.some(({ personId }) => kindOf(personId) === 'client')) return 'a client is not of the team';
  }
  if (name === 'firm.cases.addParticipant' && kindOf(input['personId']) === 'staff')
    return 'a colleague is not of the client’s side';
  return undefined;
}

/** Nothing is shared with whoever is not in the case, and nothing beyond their part. */
function refusedShare(book: Book, name: string, { type, id, personId }: Asked['input']): string | undefined {
  if (name !== 'firm.shares.create') return undefined;
  if (type === 'thread') return 'conversations are shared by writing';
  const caseId = type === 'case' ? String(id) : book.events.get(String(id))?.caseId;
  const part = book.cases.get(caseId ?? '')?.parts.get(String(personId));
  const fits = part && !part.frozen && part.permissions.includes(type === 'case' ? 'case' : 'events');
  return fits ? undefined : 'it is beyond their part in the case';
}

function refusedMessage(book: Book, viewer: Viewer, name: string, input: Asked['input']): string | undefined {
  if (!/(?:threads|messages)\.\w+$/.test(name)) return undefined;
  const isClient = viewer.kind === 'client' || viewer.kind === 'view';
  const writes = /\.(?:start|reply)$/.test(name);
  if (book.messages === 'off' && (isClient || writes)) return noInbox;
  if (book.messages === 'firm-only' && isClient && writes) return 'clients do not write here';
  if (!name.endsWith('threads.start')) return undefined;
  const { team, clients, parts } = book.cases.get(String(input['caseId'])) ?? {};
  const isReached = (id: string) =>
    clients?.has(id) &&
    !book.disabled.has(id) &&
    parts?.get(id)?.frozen === false &&
    parts.get(id)?.permissions.includes('messages');
  if (viewer.kind === 'client' && !parts?.get(viewer.id)?.permissions.includes('messages'))
    return 'whom nobody may write to does not write';
  const mayReach = (id: string) => team?.has(id) || (viewer.kind !== 'client' && isReached(id));
  const outside = (input['recipientIds'] as string[]).some((id) => !mayReach(id) && id !== ownId(viewer));
  return outside ? 'a recipient is not of the case' : undefined;
}

/** To clients there are none at all, whoever they write to. */
export const noInbox = 'the firm has no conversations';

const ownId = (viewer: Viewer): string | undefined => ('id' in viewer ? viewer.id : undefined);
