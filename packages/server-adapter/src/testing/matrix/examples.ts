/**
 * One valid call of every endpoint. The matrix makes all of its bad ones out of these, so a new endpoint joins with
 * one line here, and the matrix fails until it has it.
 */
import * as argon2id from '../../access/argon2id.ts';
import { addMember, mailedToken } from '../accept.ts';
import type { TestBrowser } from '../index.ts';
import { authenticator, newApp, newPasskey, recoveryCode, secured } from './secured.ts';
import type { World } from './world.ts';

export interface Example {
  /** Who may make the call; default: the client, or the attorney on the firm's side. */
  readonly as?: 'admin';
  /** Somebody else than the client, when it takes somebody of whom more is known. */
  readonly by?: (world: World) => Promise<TestBrowser>;
  /** The call ends the caller's session, so it is made with another one of theirs. */
  readonly endsSession?: true;
  /** Called before each call that should succeed: makes what the call uses up. */
  readonly input?: (world: World) => object | Promise<object>;
}

const password = 'four green herons by the lake';
let count = 0;
const unused = () => `person.${++count}@people.example`;

const addClient = async ({ admin }: World) =>
  (await admin.firm.people.create({ name: 'Bo Lind', email: unused() })).id;

async function invite(world: World): Promise<string> {
  const { id, email } = await world.admin.firm.people.create({ name: 'Bo Lind', email: unused() });
  await world.admin.firm.invitations.create({ id });
  return mailedToken(world.portal, email);
}

const member = (world: World) => addMember(world.portal, unused(), password);

async function account(world: World): Promise<{ email: string; password: string }> {
  const { email } = await member(world);
  return { email, password };
}

/** The client of the world comes in without a password; now they have one. */
async function givePassword({ portal, firm, client }: World): Promise<void> {
  const changed_at = portal.clock().toISOString();
  const credential = { password_hash: await argon2id.hash(password), changed_at };
  await portal.database.transaction((tx) =>
    tx
      .insertInto('credentials')
      .values({ firm_id: firm.id, person_id: client.id, ...credential })
      .onConflict((conflict) => conflict.columns(['firm_id', 'person_id']).doUpdateSet(credential))
      .execute(),
  );
}

async function changedAddress(world: World): Promise<string> {
  const { email, browser } = await member(world);
  await browser.portal.email.change({ email: unused() });
  return mailedToken(world.portal, email, 'email');
}

async function shutOut(world: World): Promise<string> {
  const id = await addClient(world);
  await world.admin.firm.access.disable({ id });
  return id;
}

/** Another browser of who has second factors. */
async function otherSession(world: World): Promise<string> {
  const person = await secured(world);
  await person.portal.sessions.endOthers();
  const { items } = await (await world.firm.signIn(person)).portal.sessions.list();
  return items[0]!.id;
}

async function addedPasskey(world: World): Promise<string> {
  const { factors } = (await secured(world)).portal;
  const { response } = await newPasskey(world, await secured(world));
  const name = `Key ${++count}`;
  await factors.addPasskey({ name, response });
  const { passkeys } = await factors.list();
  return passkeys.find((passkey) => passkey.name === name)!.id;
}

async function withFactor(world: World): Promise<string> {
  const person = await world.firm.addClient('Bo Lind');
  const { response } = await newPasskey(world, person);
  await person.portal.factors.addPasskey({ name: 'Phone', response });
  return person.id;
}

async function hostToken(world: World): Promise<string> {
  const id = await addClient(world);
  await world.admin.firm.invitations.create({ id });
  return world.host.token(world.portal, id);
}

async function forgotten(world: World): Promise<string> {
  const { email } = await account(world);
  await world.firm.visitor(`203.0.${++count >> 8}.${count & 255}`).portal.password.forgot({ email });
  return mailedToken(world.portal, email, 'reset');
}

async function addParticipant(world: World): Promise<string> {
  const personId = await addClient(world);
  await world.staff.firm.cases.addParticipant({ id: world.ids.case, personId });
  return personId;
}

const aPart = async (world: World) => ({ id: world.ids.case, personId: await addParticipant(world) });

/** A case with nobody on its team but the attorney. */
const addOwnCase = async ({ staff }: World) => {
  const { id } = await staff.firm.cases.create({
    title: 'Petition',
    area: 'Immigration',
    statusLabel: 'Open',
  });
  return { id };
};

async function addStep({ staff, ids }: World): Promise<string> {
  const { steps } = await staff.firm.steps.create({ caseId: ids.case, title: 'One more' });
  return steps.at(-1)!.id;
}

const message = { subject: 'A question', body: 'When will we hear?' };
const own =
  (prefix: 'case' | 'thr' | 'per' | 'evt') =>
  ({ ids }: World) => ({ id: ids[prefix] });

export const examples: Readonly<Record<string, Example>> = {
  'firm.get': {},
  'session.create': { input: account },
  'session.get': {},
  'session.extend': {},
  'session.exchange': { input: async (world) => ({ token: await hostToken(world) }) },
  'session.end': { endsSession: true },
  'session.confirmPassword': {
    input: async (world) => {
      await givePassword(world);
      return { password };
    },
  },
  'session.confirmCode': { by: secured, input: async (world) => ({ code: await recoveryCode(world) }) },
  'session.passkeyOptions': {
    by: async (world) => {
      await authenticator(world);
      return secured(world);
    },
  },
  'session.confirmPasskey': {
    by: secured,
    input: async (world) => {
      const phone = await authenticator(world);
      const { options } = await (await secured(world)).portal.session.passkeyOptions();
      return { response: phone.get(options) };
    },
  },
  'session.passkeySignInOptions': {},
  'session.passkeySignIn': {
    input: async (world) => {
      const phone = await authenticator(world);
      const { session } = world.firm.visitor(`203.1.${++count >> 8}.${count & 255}`).portal;
      return { response: phone.get((await session.passkeySignInOptions()).options) };
    },
  },
  'sessions.list': {},
  'sessions.end': { by: secured, input: async (world) => ({ id: await otherSession(world) }) },
  'sessions.endOthers': {
    by: secured,
    input: async (world) => {
      await otherSession(world);
      return {};
    },
  },
  'factors.list': {},
  'factors.startTotp': {},
  'factors.confirmTotp': {
    by: secured,
    input: async (world) => {
      await secured(world);
      return { code: await newApp(world) };
    },
  },
  'factors.removeTotp': { by: secured },
  'factors.startPasskey': {},
  'factors.addPasskey': {
    by: secured,
    input: async (world) => ({
      name: 'My phone',
      response: (await newPasskey(world, await secured(world))).response,
    }),
  },
  'factors.removePasskey': { by: secured, input: async (world) => ({ id: await addedPasskey(world) }) },
  'factors.newRecoveryCodes': { by: secured },
  'invitations.look': { input: async (world) => ({ token: await invite(world) }) },
  'invitations.renew': { input: () => ({ token: 'x'.repeat(43) }) },
  'invitations.accept': { input: async (world) => ({ token: await invite(world), password }) },
  'profile.get': {},
  'profile.update': { input: () => ({ phone: '(555) 010-0123' }) },
  'profile.data': {},
  'checklist.get': {},
  'checklist.tick': { input: () => ({ what: 'bookmark' }) },
  'password.forgot': { input: () => ({ email: unused() }) },
  'password.look': { input: async (world) => ({ token: await forgotten(world) }) },
  'password.reset': { input: async (world) => ({ token: await forgotten(world), password }) },
  'password.change': {
    input: async (world) => {
      await givePassword(world);
      return { current: password, password: 'seven brown otters in a row' };
    },
  },
  'email.get': {},
  'email.change': { input: () => ({ email: unused() }) },
  'email.cancel': {},
  'email.look': { input: async (world) => ({ token: await changedAddress(world) }) },
  'email.confirm': { input: async (world) => ({ token: await changedAddress(world), password }) },
  'firms.list': {},
  'dashboard.get': {},
  'cases.list': { input: () => ({ limit: 10 }) },
  'cases.get': { input: own('case') },
  'cases.recipients': { input: own('case') },
  'events.list': { input: () => ({ when: 'upcoming' }) },
  'threads.list': { input: ({ ids }) => ({ caseId: ids.case }) },
  'threads.get': { input: own('thr') },
  'threads.start': {
    input: ({ ids, staff }) => ({ caseId: ids.case, recipientIds: [staff.id], ...message }),
  },
  'messages.list': { input: own('thr') },
  'messages.reply': { input: ({ ids }) => ({ id: ids.thr, body: 'Thank you.' }) },
  'notifications.counts': {},
  'notifications.list': {},
  'notifications.seen': { input: ({ ids }) => ({ type: 'case', id: ids.case, revision: 1 }) },
  'activity.list': {},

  'firm.people.list': { input: () => ({ kind: 'client' }) },
  'firm.people.get': { input: own('per') },
  'firm.people.create': { input: () => ({ name: 'Bo Lind', email: unused() }) },
  'firm.people.update': { input: ({ ids }) => ({ id: ids.per, phone: '(555) 010-0100' }) },
  'firm.invitations.create': { input: async (world) => ({ id: await addClient(world) }) },
  'firm.access.get': { input: own('per') },
  'firm.access.disable': { input: async (world) => ({ id: await addClient(world) }) },
  'firm.access.enable': { input: async (world) => ({ id: await shutOut(world) }) },
  'firm.access.reset': { input: async (world) => ({ id: (await member(world)).id }) },
  'firm.access.removeFactors': { as: 'admin', input: async (world) => ({ id: await withFactor(world) }) },
  'firm.settings.get': { as: 'admin' },
  'firm.settings.update': {
    as: 'admin',
    input: async ({ admin }) => ({ idleMinutes: 89 - (await admin.firm.settings.get()).idleMinutes }),
  },
  'firm.cases.list': {},
  'firm.cases.get': { input: own('case') },
  'firm.cases.create': { input: () => ({ title: 'Petition', area: 'Immigration', statusLabel: 'Open' }) },
  'firm.cases.update': { input: ({ ids }) => ({ id: ids.case, statusLabel: `Waiting since ${++count}` }) },
  'firm.cases.setTeam': {
    input: ({ ids, staff }) => ({ id: ids.case, members: [{ personId: staff.id, part: `Part ${++count}` }] }),
  },
  'firm.cases.addParticipant': {
    input: async (world) => ({ id: world.ids.case, personId: await addClient(world) }),
  },
  'firm.cases.removeParticipant': {
    input: aPart,
  },
  'firm.cases.updateParticipant': {
    input: async (world) => ({ ...(await aPart(world)), role: 'contact', permissions: ['events'] }),
  },
  'firm.cases.freezeParticipant': { input: aPart },
  'firm.cases.unfreezeParticipant': {
    input: async (world) => {
      const part = await aPart(world);
      await world.staff.firm.cases.freezeParticipant(part);
      return part;
    },
  },
  'firm.cases.seal': { input: addOwnCase },
  'firm.cases.unseal': {
    input: async (world) => {
      const { id } = await addOwnCase(world);
      await world.staff.firm.cases.seal({ id });
      return { id };
    },
  },
  'firm.cases.openSeal': {
    as: 'admin',
    input: async (world) => {
      const { id } = await addOwnCase(world);
      await world.staff.firm.cases.seal({ id });
      return { id, reason: 'The client called, and nobody of the team is here' };
    },
  },
  'firm.views.create': { input: own('per') },
  'firm.steps.create': { input: ({ ids }) => ({ caseId: ids.case, title: 'File the petition' }) },
  'firm.steps.update': { input: ({ ids }) => ({ caseId: ids.case, id: ids.step, state: 'current' }) },
  'firm.steps.remove': { input: async (world) => ({ caseId: world.ids.case, id: await addStep(world) }) },
  'firm.threads.list': { input: ({ ids }) => ({ caseId: ids.case }) },
  'firm.threads.get': { input: own('thr') },
  'firm.threads.start': {
    input: ({ ids, client }) => ({ caseId: ids.case, recipientIds: [client.id], ...message }),
  },
  'firm.messages.list': { input: own('thr') },
  'firm.messages.reply': { input: ({ ids }) => ({ id: ids.thr, body: 'In about a month.' }) },
  'firm.events.list': { input: ({ ids }) => ({ caseId: ids.case }) },
  'firm.events.create': {
    input: ({ ids }) => ({
      caseId: ids.case,
      kind: 'deadline',
      title: 'Send papers',
      startsOn: '2026-04-02',
    }),
  },
  'firm.events.update': { input: ({ ids }) => ({ id: ids.evt, title: 'Hearing, moved' }) },
  'firm.shares.list': { input: ({ ids }) => ({ type: 'event', id: ids.evt }) },
  'firm.shares.create': {
    input: async (world) => ({ type: 'event', id: world.ids.evt, personId: await addParticipant(world) }),
  },
  'firm.shares.end': {
    input: async ({ ids, staff }) => {
      const share = { type: 'event', id: ids.evt, personId: ids.per } as const;
      await staff.firm.shares.create(share);
      return share;
    },
  },
  'firm.keys.list': { as: 'admin' },
  'firm.keys.create': { as: 'admin', input: () => ({ name: 'Practice system', scopes: ['people'] }) },
  'firm.keys.revoke': {
    as: 'admin',
    input: async ({ admin }) => ({
      id: (await admin.firm.keys.create({ name: 'K', scopes: ['people'] })).id,
    }),
  },
};
