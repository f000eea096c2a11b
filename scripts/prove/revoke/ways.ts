/** Everything by which somebody loses what they had, and how one sees that they have lost it. */
import { acceptInvitation } from '../../../packages/server-adapter/src/testing/accept.ts';
import type {
  TestBrowser,
  TestFirm,
  TestPerson,
  TestPortal,
} from '../../../packages/server-adapter/src/testing/index.ts';

export interface Loss {
  /** What they could do until now: 200. */
  readonly ask: () => Promise<Response>;
  /** Takes it from them. */
  readonly take: () => Promise<unknown>;
  /** What the next try is answered; or what is not in a 200 any more. */
  readonly gone: number | { readonly without: string };
}

export type Way = (portal: TestPortal) => Promise<Loss>;

const password = 'four green herons by the lake';
const another = 'seven brown otters in a row';

let firms = 0;

const get = (browser: Pick<TestBrowser, 'fetch'>, path: string) => () => browser.fetch(`/v1${path}`);

/** A client in a case, with a date and a conversation of theirs. */
async function inCase({ firm }: TestPortal) {
  const [client, staff] = [await firm.addClient(), await firm.addStaff()];
  const { id: caseId } = await firm.addCase({ team: [staff], clients: [client] });
  const letter = { caseId, recipientIds: [staff.id], subject: 'A question', body: 'When?' };
  const thread = await client.portal.threads.start(letter);
  const when = { kind: 'hearing', title: 'Hearing', startsOn: '2026-04-02' } as const;
  const event = await staff.firm.events.create({ caseId, ...when });
  await staff.firm.shares.create({ type: 'event', id: event.id, personId: client.id });
  return { firm, client, staff, caseId, thread, event };
}

/** The same person on another browser. */
const elsewhere = (firm: TestFirm, person: TestPerson) => firm.signIn(person);

export const ways: Readonly<Record<string, Way>> = {
  async 'one browser signed out from another'({ firm }) {
    const first = await firm.addClient();
    const second = await elsewhere(firm, first);
    const { items } = await second.portal.sessions.list();
    const take = () => first.portal.sessions.end({ id: items.find(({ current }) => current)!.id });
    return { ask: get(second, '/cases'), take, gone: 401 };
  },
  async 'every other browser signed out'({ firm }) {
    const first = await firm.addStaff();
    const second = await elsewhere(firm, first);
    return { ask: get(second, '/firm/cases'), take: () => first.portal.sessions.endOthers(), gone: 401 };
  },
  async 'a sign-out'({ firm }) {
    const person = await firm.addClient();
    const { cookie } = person;
    const old = { fetch: (path: string) => firm.visitor().fetch(path, { headers: { cookie: cookie! } }) };
    return { ask: get(old, '/session'), take: () => person.portal.session.end(), gone: 401 };
  },
  async 'an access that is shut'({ firm }) {
    const person = await firm.addClient();
    return {
      ask: get(person, '/dashboard'),
      take: () => firm.admin.firm.access.disable({ id: person.id }),
      gone: 401,
    };
  },
  async 'a new password'(portal) {
    const { firm } = portal;
    const person = await firm.addClient();
    const first = await acceptInvitation(portal, person, password);
    const second = await elsewhere(firm, person);
    const take = () => first.portal.password.change({ current: password, password: another });
    return { ask: get(second, '/profile'), take, gone: 401 };
  },
  async 'a key that is ended'({ firm }) {
    const { id, secret } = await firm.admin.firm.keys.create({ name: 'System', scopes: ['cases'] });
    const headers = { authorization: `Bearer ${secret}` };
    const ask = () => firm.visitor().fetch('/v1/firm/cases', { headers });
    return { ask, take: () => firm.admin.firm.keys.revoke({ id }), gone: 401 };
  },
  async 'a case that is taken back'(portal) {
    const { client, staff, caseId } = await inCase(portal);
    const take = () => staff.firm.shares.end({ type: 'case', id: caseId, personId: client.id });
    return { ask: get(client, `/cases/${caseId}`), take, gone: 404 };
  },
  async 'a conversation of a case that is taken back'(portal) {
    const { client, staff, caseId, thread } = await inCase(portal);
    const take = () => staff.firm.shares.end({ type: 'case', id: caseId, personId: client.id });
    return { ask: get(client, `/threads/${thread.id}`), take, gone: 404 };
  },
  async 'a date that is taken back'(portal) {
    const { client, staff, event } = await inCase(portal);
    const take = () => staff.firm.shares.end({ type: 'event', id: event.id, personId: client.id });
    return { ask: get(client, '/events'), take, gone: { without: event.id } };
  },
  async 'a client who leaves a case'(portal) {
    const { client, staff, caseId } = await inCase(portal);
    const take = () => staff.firm.cases.removeParticipant({ id: caseId, personId: client.id });
    return { ask: get(client, '/cases'), take, gone: { without: caseId } };
  },
  async 'a colleague who leaves a case'(portal) {
    const { firm, staff, caseId } = await inCase(portal);
    const take = () => firm.admin.firm.cases.setTeam({ id: caseId, members: [] });
    return { ask: get(staff, `/firm/cases/${caseId}`), take, gone: 404 };
  },
  async 'the conversations of a colleague who leaves a case'(portal) {
    const { firm, staff, caseId, thread } = await inCase(portal);
    const take = () => firm.admin.firm.cases.setTeam({ id: caseId, members: [] });
    return { ask: get(staff, `/firm/threads/${thread.id}/messages`), take, gone: 404 };
  },
  async 'a step that is hidden'(portal) {
    const { client, staff, caseId } = await inCase(portal);
    const { steps } = await staff.firm.steps.create({ caseId, title: 'Secret step', visible: true });
    const take = () => staff.firm.steps.update({ caseId, id: steps[0]!.id, visible: false });
    return { ask: get(client, `/cases/${caseId}`), take, gone: { without: 'Secret step' } };
  },
  async 'an admin who is one no more'({ firm }) {
    const email = 'admin.for.a.while@people.example';
    const given = { kind: 'staff', role: 'admin', name: 'For a while', externalId: 'while', email } as const;
    const person = await firm.signIn(await firm.admin.firm.people.create(given));
    const take = () => firm.admin.firm.people.create({ ...given, role: 'staff' });
    return { ask: get(person, '/firm/keys'), take, gone: 403 };
  },
  async 'a second factor that is asked for from now on'({ addFirm }) {
    const firm = await addFirm(`firm-${++firms}`);
    const person = await firm.addStaff();
    return {
      ask: get(person, '/firm/cases'),
      take: () => firm.admin.firm.settings.update({ secondFactor: 'staff' }),
      gone: 401,
    };
  },
};
