/** One firm with everybody in it: clients against each other, clients who left, colleagues with and without a case. */
import * as argon2id from '../../../packages/server-adapter/src/access/argon2id.ts';
import { mailedToken } from '../../../packages/server-adapter/src/testing/accept.ts';
import { TestAuthenticator } from '../../../packages/server-adapter/src/testing/authenticator.ts';
import type { TestFirm, TestPerson, TestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import { act, marked, type Who } from './act.ts';
import { mark, newBook, withdraw, type Book } from './book.ts';
import type { Caller } from './callers.ts';

export interface BuiltFirm {
  readonly book: Book;
  readonly callers: Caller[];
  readonly firm: TestFirm;
  readonly keys: Keys;
}

/** What opens what, for the stories. */
export interface Keys {
  /** Of everybody who has one. */
  readonly password: string;
  /** Of Cora, who also has a passkey. */
  readonly codes: readonly string[];
  readonly phone: TestAuthenticator;
  /** Of the links that Gil and Kim were invited by. */
  readonly gil: string;
  readonly kim: string;
}

const password = 'four green herons by the lake';

/** Hours that pass while the world is built: what was to end in an hour has ended. */
export const soon = '2026-03-03T16:00:00.000Z';

type Role = 'attorney' | 'staff';
const clients = [
  'ana',
  'cora',
  'witness',
  'bo',
  'eve',
  'exa',
  'nil',
  'ivy',
  'dis',
  'pia',
  'fay',
  'con',
  'sol',
  'gil',
  'kim',
] as const;
/** Invited, and never came. */
const waiting = ['gil', 'kim'] as const;
/** Whose address is the same at every firm. */
const everywhere: readonly string[] = [...waiting, 'sol'];
const withPassword = ['ana', 'cora', 'bo', 'att1'] as const;
const staff = { att1: 'attorney', att2: 'attorney', att3: 'attorney', par: 'staff', watch: 'staff' } as const;
/** Other browsers of the same people, see `age.ts`. */
const others = {
  'ana-idle': 'dead',
  'ana-over': 'dead',
  'ana-begun': 'begun',
  'ana-stale': 'stale',
  'ana-leaving': 'live',
  'admin-begun': 'begun',
  'admin-stale': 'stale',
} as const satisfies Record<string, Caller['state']>;
/** Who looks at the portal as whom. */
const views = [
  ['att1', 'ana'],
  ['par', 'cora'],
  ['boss', 'bo'],
] as const;
const gone = new Set<string>(['dis', 'ivy', ...waiting]);
type Client = (typeof clients)[number];
type Staff = keyof typeof staff;
type Somebody = Client | Staff | 'admin' | 'boss';
const systems = [
  ['people', 'cases', 'messages', 'events', 'shares'],
  ['people'],
  ['cases'],
  ['messages'],
  ['events'],
  ['shares'],
] as const;

export async function buildFirm(
  portal: TestPortal,
  letter: string,
  messages: Book['messages'] = 'two-way',
): Promise<BuiltFirm> {
  const host = `www.canary${letter}.example`;
  const draft = newBook({ letter, firmId: '', host, messages });
  const [name, address] = [mark(draft), mark(draft)];
  const admin = { name: `${name.word} Helen`, email: `${address.word}@people.example` };
  const firm = await portal.addFirm(`canary${letter}`, {
    name: 'Law Office',
    admin,
    settings: { messages: messages === 'off' ? 'two-way' : messages, secondFactor: 'nobody' },
  });
  const book: Book = { ...draft, firmId: firm.id };
  const { id } = firm.admin;
  book.people.set(id, { kind: 'staff', role: 'admin', email: admin.email });
  book.things.set(id, { kind: 'person', id });
  book.canaries[name.number] = { kind: 'person', id };
  book.canaries[address.number] = { kind: 'contact', id };

  const callers: Caller[] = [
    { name: 'nobody', letter, viewer: { kind: 'nobody' }, credential: {}, state: 'live' },
    callerOf(letter, 'admin', 'staff', firm.admin),
  ];
  const boss: Who = callers[1]!;
  const people = await addPeople(portal, firm, book, boss);
  await addPasswords(portal, firm, people);
  const { codes, phone } = await addPhone(people.get('cora')!, firm);
  await addPhone(people.get('witness')!, firm);
  for (const [name, person] of people)
    callers.push(callerOf(letter, name, name in staff || name === 'boss' ? 'staff' : 'client', person));
  for (const [name, state] of Object.entries(others)) {
    const [kind, person] = name.startsWith('ana')
      ? (['client', people.get('ana')!] as const)
      : (['staff', firm.admin] as const);
    callers.push({ ...callerOf(letter, name, kind, await firm.signIn(person)), state });
  }
  callers.push(...(await addKeys(portal, book, boss)));
  const attorney = callers.find(({ name }) => name === 'att1')!;
  for (const name of waiting)
    await act(portal, book, attorney, 'firm.invitations.create', { id: people.get(name)!.id });
  const [gil, kim] = [
    await mailedToken(portal, `gil@people.example`),
    await mailedToken(portal, `kim@people.example`),
  ];
  await addCases(portal, book, new Map(callers.map((caller) => [caller.name, caller])));
  book.disabled.add(people.get('dis')!.id);
  for (const [by, client] of views) {
    const [looking, other] = [await firm.signIn(people.get(by)!), await firm.signIn(people.get('watch')!)];
    const viewer = { kind: 'view', id: people.get(client)!.id, by: looking.id } as const;
    const who = callerOf(letter, by, 'staff', looking);
    const { id } = await act(portal, book, who, 'firm.views.create', { id: viewer.id });
    const view = { ...who, name: `${by}-as-${client}`, viewer, headers: { 'x-portal-view': id } };
    callers.push(view);
    callers.push({
      ...view,
      name: `watch-as-${client}`,
      viewer: { ...viewer, by: other.id },
      state: 'stolen',
      credential: { cookie: other.cookie! },
    });
  }
  return { book, callers, firm, keys: { password, codes, phone, gil, kim } };
}

const callerOf = (
  letter: string,
  name: string,
  kind: 'client' | 'staff',
  { id, cookie }: { id: string; cookie: string | undefined },
): Caller => ({
  name,
  letter,
  viewer: { kind, id },
  credential: cookie === undefined ? {} : { cookie },
  state: gone.has(name) ? 'dead' : 'live',
});

async function addPeople(portal: TestPortal, firm: TestFirm, book: Book, boss: Who) {
  const people = new Map<string, Signed>();
  const add = async (name: string, values: object) => {
    const input = {
      name: marked(name),
      email: marked(''),
      title: marked('Title'),
      phone: marked('555'),
      ...values,
    };
    const person = await act<{ id: string; name: string; email: string }>(
      portal,
      book,
      boss,
      'firm.people.create',
      input,
    );
    const isWaiting = (waiting as readonly string[]).includes(name);
    people.set(name, isWaiting ? { ...person, cookie: undefined } : await firm.signIn(person));
  };
  for (const name of clients)
    await add(name, everywhere.includes(name) ? { email: `${name}@people.example` } : {});
  await add('boss', { kind: 'staff', role: 'admin', externalId: 'external-boss' });
  for (const [name, role] of Object.entries(staff) as [Staff, Role][])
    await add(name, { kind: 'staff', role });
  return people;
}

type Signed = Pick<TestPerson, 'id' | 'name' | 'email' | 'cookie'> & Partial<Pick<TestPerson, 'portal'>>;

async function addPasswords(
  { database, clock }: TestPortal,
  firm: TestFirm,
  people: ReadonlyMap<string, Signed>,
): Promise<void> {
  for (const name of withPassword) {
    clock.pass(1);
    const password_hash = await argon2id.hash(password);
    const credential = { password_hash, changed_at: clock().toISOString() };
    const owner = { firm_id: firm.id, person_id: people.get(name)!.id };
    await database.transaction((tx) =>
      tx
        .insertInto('credentials')
        .values({ ...owner, ...credential })
        .execute(),
    );
  }
}

/** A passkey, and the recovery codes that come with the first. */
async function addPhone({ portal }: Signed, { origin }: TestFirm) {
  const phone = new TestAuthenticator({ origin });
  const { options } = await portal!.factors.startPasskey();
  const added = await portal!.factors.addPasskey({ name: 'Phone', response: phone.create(options) });
  return { phone, codes: added.recoveryCodes ?? [] };
}

async function addKeys(portal: TestPortal, book: Book, boss: Who): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const scopes of systems) {
    const key = await act<{ id: string; secret: string }>(portal, book, boss, 'firm.keys.create', {
      name: marked('System'),
      scopes: [...scopes],
    });
    callers.push({
      name: `key-${scopes.length > 1 ? 'all' : scopes[0]}`,
      letter: book.letter,
      viewer: { kind: 'key', id: key.id },
      credential: { bearer: key.secret },
      state: 'live',
      scopes,
    });
  }
  const gone = await act<{ id: string; secret: string }>(portal, book, boss, 'firm.keys.create', {
    name: marked('Revoked'),
    scopes: ['people', 'cases'],
  });
  await act(portal, book, boss, 'firm.keys.revoke', { id: gone.id });
  callers.push({
    name: 'key-revoked',
    letter: book.letter,
    viewer: { kind: 'key', id: gone.id },
    credential: { bearer: gone.secret },
    state: 'dead',
    scopes: [],
  });
  return callers;
}

async function addCases(portal: TestPortal, book: Book, who: ReadonlyMap<string, Caller>): Promise<void> {
  const by = (name: Somebody): Caller => who.get(name)!;
  const idOf = (name: Somebody) => (by(name).viewer as { id: string }).id;
  const run = <T = { id: string }>(name: Somebody, endpoint: string, input: Record<string, unknown>) =>
    act<T>(portal, book, by(name), endpoint, input);

  const addCase = async (team: readonly Staff[], shared: readonly Client[]) => {
    const { id } = await run('admin', 'firm.cases.create', {
      title: marked('Petition'),
      area: marked('Immigration'),
      statusLabel: marked('Open'),
      statusMeaning: marked('We wait.'),
    });
    // Whoever opens a case joins its team; this one only sees all.
    await run('admin', 'firm.cases.setTeam', { id, members: team.map((name) => ({ personId: idOf(name) })) });
    for (const name of shared) await run('admin', 'firm.cases.addParticipant', { id, personId: idOf(name) });
    // The hidden one comes first: whoever looks for the first has to pass it by.
    for (const visible of [false, true]) {
      const step = { caseId: id, title: marked('Step'), meaning: marked('Meaning'), state: 'current' };
      await run('admin', 'firm.steps.create', { ...step, visible, waitingOn: 'client', dueOn: '2026-04-01' });
    }
    const [attorney, client] = [team[0]!, shared[0]];
    for (const isShared of [true, false]) {
      const { id: event } = await run(attorney, 'firm.events.create', {
        caseId: id,
        kind: 'hearing',
        title: marked('Hearing'),
        location: marked('Court'),
        bring: marked('Papers'),
        startsOn: '2026-04-02',
      });
      if (!isShared || !client) continue;
      for (const name of shared) {
        const until = name === 'exa' ? { until: soon } : {};
        await run(attorney, 'firm.shares.create', {
          type: 'event',
          id: event,
          personId: idOf(name),
          ...until,
        });
      }
    }
    const letter = { caseId: id, subject: marked('A question'), body: marked('When?') };
    if (client) {
      const recipientIds = shared.map(idOf);
      await run(attorney, 'firm.threads.start', {
        ...letter,
        recipientIds: [...recipientIds, ...team.slice(1).map(idOf)],
      });
      if (book.messages !== 'firm-only') {
        const { id: thread } = await run(client, 'threads.start', {
          ...letter,
          recipientIds: [idOf(attorney)],
        });
        await run(attorney, 'firm.messages.reply', { id: thread, body: marked('Soon.') });
      }
    }
    return id;
  };

  const first = await addCase(['att1', 'par', 'watch'], ['ana', 'cora', 'witness', 'eve', 'sol']);
  await addCase(['att2'], ['bo']);
  const sealed = await addCase(['att2', 'par'], ['fay']);
  const last = await addCase(['att1'], ['ana', 'exa', 'dis']);
  await run('admin', 'firm.cases.removeParticipant', { id: first, personId: idOf('eve') });
  const contact = idOf('con');
  await run('admin', 'firm.cases.addParticipant', { id: first, personId: contact, role: 'contact' });
  const date = { caseId: first, kind: 'appointment', title: marked('Interview'), startsOn: '2026-04-03' };
  const { id: interview } = await run('att1', 'firm.events.create', date);
  await run('att1', 'firm.shares.create', { type: 'event', id: interview, personId: contact });
  const news = { caseId: first, title: marked('Shown for a day'), visible: true, state: 'current' };
  await run('att1', 'firm.steps.create', news);
  const [step] = [...book.steps.keys()].slice(-1);
  await run('att1', 'firm.steps.update', { caseId: first, id: step, visible: false });
  const payer = { role: 'payer', consentOn: '2026-01-01' };
  await run('admin', 'firm.cases.addParticipant', { id: first, personId: idOf('pia'), ...payer });
  await run('att2', 'firm.cases.freezeParticipant', { id: sealed, personId: idOf('fay') });
  await run('att2', 'firm.cases.seal', { id: sealed });
  // Whoever sees one of their cases answers for them, and still does not move their mail: the other is sealed.
  await addCase(['att3'], ['bo', 'gil']);
  const vault = await addCase(['att2', 'par'], ['bo', 'gil']);
  await run('att2', 'firm.cases.seal', { id: vault });
  // Where everything is open there is nothing to break, and the calls will tell; see the story of an opened seal.
  await run('boss', 'firm.cases.openSeal', { id: vault, reason: marked('They called') }).catch(() => {});
  await run('ana', 'checklist.tick', { what: 'bookmark' });
  await run('witness', 'notifications.seen', { type: 'case', id: first, revision: 1_000_000 });
  await run('bo', 'notifications.seen', { type: 'case', id: [...book.cases.keys()][1], revision: 1_000_000 });
  await run('bo', 'email.change', { email: marked('') });
  await run('admin', 'firm.shares.create', { type: 'case', id: last, personId: idOf('exa'), until: soon });
  withdraw(book, last, idOf('exa'));
}
