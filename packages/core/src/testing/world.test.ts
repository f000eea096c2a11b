import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPortal } from '../index.ts';
import { clientContract, walk } from '../contract/index.ts';
import { checkAnswers } from '../validate.ts';
import { fixtures, messagesOf, mockFetch, world } from './index.ts';

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
  ])
    assert.ok(await read);
});

test('the world answers every read of the client’s side', () => {
  const answered = new Set(world().map(({ info }) => `${String(info.method)} ${String(info.path)}`));
  const missing = [...walk(clientContract)]
    .filter(({ endpoint }) => !answered.has(`${endpoint.method} */v1${endpoint.path}`))
    .map(({ name }) => name);
  assert.deepEqual(
    missing,
    ['invitations.look', 'invitations.accept'],
    'invitations need a token, so a story mocks them',
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
