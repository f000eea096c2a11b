/** What the product's rules refuse to somebody who may call the endpoint and sees everything that the call names. */
import { isAdmin, seesCase, type Book, type Viewer } from './book.ts';
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
  if (name === 'firm.cases.create' && known !== undefined && !seesCase(book, viewer, known))
    return 'the case with this external id is hidden';
  return (
    refusedPerson(book, caller, name, input, known) ??
    refusedRoster(book, name, input) ??
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
  if (target?.kind === 'client' && movesMail(name, input, target.email) && !answersFor(book, caller, id!))
    return 'the client is somebody else’s';
  return undefined;
}

const changesRole = (role: unknown, input: Asked['input']) =>
  input['role'] !== undefined && input['role'] !== role;

const movesMail = (name: string, input: Asked['input'], email: string) =>
  !name.startsWith('firm.people.') || (input['email'] !== undefined && input['email'] !== email);

/** Whoever says where a client's mail goes decides who gets in as them. */
function answersFor(book: Book, { viewer, scopes }: Caller, clientId: string): boolean {
  const cases = [...book.cases].filter(([, { clients }]) => clients.has(clientId)).map(([id]) => id);
  const others = [...book.threads.values(), ...book.events.values()];
  const hasMore = others.some((one) => ('members' in one ? one.members : one.clients).has(clientId));
  if (cases.length === 0 && !hasMore) return true;
  if (viewer.kind === 'key') return scopes?.includes('cases') === true;
  return isAdmin(book, viewer) || cases.some((id) => seesCase(book, viewer, id));
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

function refusedMessage(book: Book, viewer: Viewer, name: string, input: Asked['input']): string | undefined {
  if (!/(?:threads|messages)\.\w+$/.test(name)) return undefined;
  const writes = /\.(?:start|reply)$/.test(name);
  if (book.messages === 'off' && (viewer.kind === 'client' || writes)) return 'the firm has no conversations';
  if (book.messages === 'firm-only' && viewer.kind === 'client' && writes) return 'clients do not write here';
  if (!name.endsWith('threads.start')) return undefined;
  const { team, clients } = book.cases.get(String(input['caseId'])) ?? {};
  const mayReach = (id: string) => team?.has(id) || (viewer.kind !== 'client' && clients?.has(id));
  const outside = (input['recipientIds'] as string[]).some((id) => !mayReach(id) && id !== ownId(viewer));
  return outside ? 'a recipient is not of the case' : undefined;
}

const ownId = (viewer: Viewer): string | undefined => ('id' in viewer ? viewer.id : undefined);
