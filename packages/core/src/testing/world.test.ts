import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPortal } from '../index.ts';
import { clientContract, walk } from '../contract/index.ts';
import { checkAnswers } from '../validate.ts';
import { createAccount, fixtures, messagesOf, mockFetch, world } from './index.ts';

const portalOf = (handlers = world()) =>
  createPortal({ api: 'http://portal.test', fetch: mockFetch(...handlers), validate: checkAnswers });
const [citizenship] = fixtures.cases;
const [interview] = fixtures.threads;

test('every fixture of a noun passes its schema', async () => {
  const portal = portalOf();
  for (const one of fixtures.cases) assert.deepEqual(await portal.cases.get({ id: one.id }), one);
  for (const one of fixtures.threads) assert.deepEqual(await portal.threads.get({ id: one.id }), one);
  for (const read of [
    portal.firm.get(),
    portal.session.get(),
    portal.dashboard.get(),
    portal.cases.list(),
    portal.cases.recipients({ id: citizenship.id }),
    portal.events.list(),
    portal.threads.list(),
    portal.notifications.list(),
    portal.notifications.counts(),
    portal.activity.list(),
    portal.sessions.list(),
    portal.factors.list(),
    portal.email.get(),
    portal.profile.get(),
    portal.profile.data(),
    portal.checklist.get(),
    portal.firms.list(),
  ])
    assert.ok(await read);
});

test('the world answers whatever the client’s side may ask', () => {
  const answered = new Set(world().map(({ info }) => `${String(info.method)} ${String(info.path)}`));
  const missing = [...walk(clientContract)]
    .filter(({ endpoint }) => !answered.has(`${endpoint.method} */v1${endpoint.path}`))
    .map(({ name }) => name);
  assert.deepEqual(
    missing,
    ['invitations.look', 'invitations.accept', 'password.look', 'email.look'],
    'what a link is for depends on the link, so a story mocks it',
  );
});

test('the long conversation has 40 messages and is read page by page', async () => {
  const portal = portalOf();
  const first = await portal.messages.list({ id: interview.id });
  const rest = await portal.messages.list({ id: interview.id, cursor: first.next! });
  assert.equal(first.items.length + rest.items.length, 40);
  assert.equal(rest.next, null);
  assert.deepEqual([...first.items, ...rest.items], messagesOf(interview));
});

test('what is written stays in one world and not in the next', async () => {
  const portal = portalOf();
  const thread = await portal.threads.start({
    caseId: citizenship.id,
    recipientIds: [fixtures.team.ruth.id],
    subject: 'Parking',
    body: 'Where do I park?',
  });
  await portal.messages.reply({ id: thread.id, body: 'Found it.' });
  assert.deepEqual(
    (await portal.messages.list({ id: thread.id })).items.map(({ body }) => body),
    ['Found it.', 'Where do I park?'],
  );
  assert.equal((await portal.threads.list()).items[0]!.snippet, 'Found it.');
  assert.equal((await portalOf().threads.list()).items.length, fixtures.threads.length);
});

test('looking at a conversation clears its bubble', async () => {
  const portal = portalOf();
  assert.equal((await portal.notifications.counts()).inbox, 1);
  await portal.notifications.seen({ type: 'thread', id: interview.id, revision: interview.revision });
  assert.equal((await portal.notifications.counts()).inbox, 0);
});

test('what a person sets about themselves stays in one world', async () => {
  const portal = portalOf();
  await portal.profile.update({
    name: 'Elena Marsh-Vance',
    notices: [{ kind: 'case', channel: 'email', on: false }],
  });
  assert.equal((await portal.session.get()).person.name, 'Elena Marsh-Vance');
  const { notices } = await portal.profile.get();
  assert.deepEqual(
    notices.filter(({ on }) => !on),
    [{ kind: 'case', channel: 'email', on: false }],
  );
  assert.equal((await portalOf().session.get()).person.name, fixtures.person.name);
});

test('the first second factor brings recovery codes, the next one none', async () => {
  const portal = portalOf();
  assert.deepEqual((await portal.session.get()).factors, ['password']);
  assert.equal((await portal.factors.confirmTotp({ code: '123456' })).recoveryCodes?.length, 8);
  const { session, recoveryCodes } = await portal.factors.addPasskey({
    name: 'My phone',
    response: { id: 'x', type: 'public-key' },
  });
  assert.equal(recoveryCodes, null);
  assert.deepEqual(session.factors, ['passkey', 'totp', 'recovery-code']);
});

test('a story may begin with another account', async () => {
  const portal = portalOf(world(undefined, createAccount({ factors: fixtures.strongFactors })));
  assert.deepEqual((await portal.session.get()).factors, ['passkey', 'totp', 'recovery-code']);
  await assert.rejects(portal.session.confirmPassword({ password: 'right' }), { code: 'conflict' });
});

test('the wrong password and the wrong code are refused', async () => {
  const portal = portalOf();
  await assert.rejects(portal.session.confirmPassword({ password: 'wrong' }), { code: 'auth.failed' });
  await assert.rejects(portal.session.confirmCode({ code: '000000' }), { code: 'code.wrong' });
  assert.ok(await portal.session.confirmCode({ code: '123456' }));
});
