import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { cases } from '../endpoints/cases.ts';
import { messages } from '../endpoints/threads.ts';
import { notifications } from '../contract/notifications.ts';
import { session } from '../contract/session.ts';
import { createPortal } from '../index.ts';
import { after, aPage, fixtures, mock, mockFetch, never, problem, summaryOf } from './index.ts';

const api = 'http://portal.test/portal-api';
const portalWith = (...handlers: Parameters<typeof mockFetch>) =>
  createPortal({ api, fetch: mockFetch(...handlers) });
const [citizenship] = fixtures.cases;

test('a mock of a route answers a fixed result', async () => {
  const portal = portalWith(mock(cases.get, citizenship));
  assert.deepEqual(await portal.cases.get({ id: citizenship.id }), citizenship);
});

test('a mock of an endpoint of the contract works the same', async () => {
  const portal = portalWith(mock(notifications.counts, { cases: 1, inbox: 2, calendar: 3 }));
  assert.equal((await portal.notifications.counts()).inbox, 2);
});

test('a resolver gets the parsed input with defaults, path parameters, and the idempotency key', async () => {
  const seen: unknown[] = [];
  const portal = portalWith(
    mock(messages.list, (input) => {
      seen.push(input);
      return aPage([]);
    }),
    mock(messages.reply, (input, { idempotencyKey }) => {
      seen.push(input, idempotencyKey);
      return fixtures.messages[0]!;
    }),
  );
  const id = fixtures.threads[0].id;
  await portal.messages.list({ id });
  await portal.messages.reply({ id, body: 'Hello' }, { idempotencyKey: 'k-1' });
  assert.deepEqual(seen, [{ id, limit: 25 }, { id, body: 'Hello' }, 'k-1']);
});

test('input that the contract refuses is answered as the server would', async () => {
  const portal = portalWith(mock(messages.reply, fixtures.messages[0]!));
  const error = await portal.messages
    .reply({ id: fixtures.threads[0].id, body: ' ' })
    .catch((error) => error);
  assert.equal(error.code, 'request.invalid');
  assert.deepEqual(error.issues[0].path, ['body']);
});

test('a problem arrives as the error that the client makes of it', async () => {
  const portal = portalWith(mock(session.create, problem('rate.limited', { retryAfter: 30 })));
  const error = await portal.session.create({ email: 'a@b.example', password: 'x' }).catch((error) => error);
  assert.equal(error.code, 'rate.limited');
  assert.equal(error.retryAfter, 30);
});

test('an endpoint without a result answers 204', async () => {
  assert.equal(await portalWith(mock(session.end, undefined)).session.end(), undefined);
});

test('an answer can wait, or never come', async () => {
  const portal = portalWith(
    mock(cases.list, after(5, aPage([summaryOf(citizenship)]))),
    mock(cases.get, never),
  );
  assert.equal((await portal.cases.list()).items.length, 1);
  const signal = AbortSignal.timeout(10);
  const error = await portal.cases.get({ id: citizenship.id }, { signal }).catch((error) => error);
  assert.equal(error.code, 'aborted');
});

test('a fixed answer that breaks the contract is refused when the mock is made', () => {
  const { title: _, ...untitled } = citizenship;
  assert.throws(
    () => mock(cases.get, untitled as typeof citizenship),
    /mock\(cases.get\): not what the contract says[^]*title/,
  );
  const more = { ...citizenship, secret: 'the hidden step' };
  assert.throws(() => mock(cases.get, more), /a key that the contract does not name/);
  assert.throws(() => mock(cases.list, problem('invitation.ended')), /never answers invitation.ended/);
  assert.throws(() => mock(session.end, citizenship as unknown as undefined), /answers 204/);
  assert.doesNotThrow(() => mock(cases.get, citizenship), 'the same answer unbroken is taken');
});

test('a resolver that breaks the contract fails the request and says why', async () => {
  const portal = portalWith(mock(cases.get, () => ({ ...citizenship, revision: -1 })));
  const error = await portal.cases.get({ id: citizenship.id }).catch((error) => error);
  assert.match(String(error.cause), /mock\(cases.get\)[^]*revision/);
});

test('an endpoint that is not of the contract is refused', () => {
  assert.throws(
    () => mock({ name: 'cases.burn', method: 'POST', path: '/cases/:id/burn' }, undefined),
    /no such endpoint/,
  );
});

test('mocks serve msw in Node beside handlers of others', async () => {
  const server = setupServer(
    mock(cases.get, citizenship),
    http.get('http://other.test/', () => HttpResponse.text('other')),
  );
  server.listen({ onUnhandledFrame: 'error' });
  try {
    const portal = createPortal({ api });
    assert.equal((await portal.cases.get({ id: citizenship.id })).title, citizenship.title);
    assert.equal(await (await fetch('http://other.test/')).text(), 'other');
  } finally {
    server.close();
  }
});
