import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from '../endpoints/cases.ts';
import { session } from '../endpoints/session.ts';
import { messages, threads } from '../endpoints/threads.ts';
import { createFirm } from '../firm.ts';
import { createPortal } from '../index.ts';
import { checkAnswers } from '../validate.ts';
import { createClient, type ClientOptions } from './client.ts';

/** A client whose requests are written down and answered with `{}`. */
function recorded(options: Partial<ClientOptions> = {}) {
  const requests: Request[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    requests.push(new Request(input, init));
    return Response.json({ items: [], next: null });
  };
  return {
    requests,
    options: { api: 'https://firm.example/portal-api', fetch: fetch as typeof globalThis.fetch, ...options },
  };
}

test('path parameters go into the path, escaped, and the rest into the query', async () => {
  const { requests, options } = recorded();
  const client = createClient(options);
  await client.call(messages.list, { id: '../thr/1?x', cursor: 'a b&c', limit: 50 });
  const url = new URL(requests[0]!.url);
  assert.equal(url.pathname, '/portal-api/v1/threads/..%2Fthr%2F1%3Fx/messages');
  assert.deepEqual(Object.fromEntries(url.searchParams), { cursor: 'a b&c', limit: '50' });
});

test('a request that is to outlive the page says so, and no other does', async () => {
  const { requests, options } = recorded();
  const client = createClient(options);
  await client.call(session.end, {}, { keepalive: true });
  await client.call(session.end);
  assert.deepEqual(
    requests.map(({ keepalive }) => keepalive),
    [true, false],
  );
});

test('a field that is undefined is left out', async () => {
  const { requests, options } = recorded();
  await createClient(options).call(threads.list, { caseId: undefined, cursor: 'next' } as object);
  assert.equal(new URL(requests[0]!.url).search, '?cursor=next');
});

test('a missing path parameter fails before anything is sent', async () => {
  const { requests, options } = recorded();
  const client = createClient(options);
  await assert.rejects(client.call(cases.get, {} as { id: string }), /"id" is missing/);
  await assert.rejects(client.call(cases.get, { id: '' }), /"id" is missing/);
  assert.equal(requests.length, 0);
});

test('a mutation carries JSON, the portal header and a key; a read carries none of them', async () => {
  const { requests, options } = recorded();
  const client = createClient(options);
  await client.call(messages.reply, { id: 'thr_1', body: 'Hello' });
  await client.call(cases.list);
  const [write, read] = requests as [Request, Request];
  assert.equal(write.method, 'POST');
  assert.equal(write.headers.get('content-type'), 'application/json');
  assert.equal(write.headers.get('x-portal'), '1');
  assert.match(write.headers.get('idempotency-key')!, /^[0-9a-f]{32}$/);
  assert.deepEqual(await write.json(), { body: 'Hello' });
  assert.equal(read.headers.get('x-portal'), null);
  assert.equal(read.headers.get('idempotency-key'), null);
});

test('a mutation without input still carries a JSON body', async () => {
  const { requests, options } = recorded();
  await createClient(options).call(session.end);
  assert.equal(requests[0]!.method, 'DELETE');
  assert.deepEqual(await requests[0]!.json(), {});
});

test('every call has a key of its own, unless it is given one', async () => {
  const { requests, options } = recorded();
  const client = createClient(options);
  for (const call of [{}, {}, { idempotencyKey: 'mine' }, { idempotencyKey: 'mine' }])
    await client.call(messages.reply, { id: 'thr_1', body: 'Hello' }, call);
  const keys = requests.map((request) => request.headers.get('idempotency-key'));
  assert.notEqual(keys[0], keys[1]);
  assert.deepEqual(keys.slice(2), ['mine', 'mine']);
});

test('requests carry the cookie, bypass the cache, and never the other way round', async () => {
  const { requests, options } = recorded();
  await createClient(options).call(cases.list);
  assert.equal(requests[0]!.credentials, 'include');
  assert.equal(requests[0]!.cache, 'no-store');
});

test('a firm’s client carries its API key, and a portal carries none', async () => {
  const { requests, options } = recorded();
  await createFirm({ ...options, apiKey: 'key_secret' }).people.list();
  await createPortal(options).cases.list();
  assert.equal(requests[0]!.headers.get('authorization'), 'Bearer key_secret');
  assert.equal(new URL(requests[0]!.url).pathname, '/portal-api/v1/firm/people');
  assert.equal(requests[1]!.headers.get('authorization'), null);
});

test('with validation, an answer that breaks the contract is refused', async () => {
  const { options } = recorded({ validate: checkAnswers });
  const portal = createPortal(options);
  assert.deepEqual(await portal.cases.list(), { items: [], next: null });
  await assert.rejects(portal.firm.get(), /branding/);
});

test('validation lets a newer server say more than this client knows', async () => {
  const newer = { items: [], next: null, total: 7 };
  const fetch = async () => Response.json(newer);
  const portal = createPortal({ api: 'https://firm.example', fetch, validate: checkAnswers });
  assert.deepEqual(await portal.cases.list(), { items: [], next: null });
});
