/** Against a real HTTP server: what the network does to a call, and what becomes of it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { createPortal, isPortalError, type PortalError } from '../index.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

/** A portal of a server that answers like this, and the keys of the requests that reached it. */
async function serve(context: TestContext, handler: Handler, timeout = 5_000) {
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined);
    handler(request, response, keys.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { keys, portal: createPortal({ api: `http://127.0.0.1:${port}/portal-api`, timeout }) };
}

const json = (response: ServerResponse, status: number, body: unknown, type = 'application/json') =>
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));

const failure = (promise: Promise<unknown>): Promise<PortalError> =>
  promise.then(
    () => assert.fail('expected to fail'),
    (error: PortalError) => error,
  );

test('a problem becomes a PortalError with its code, sentence, fields and request id', async (context) => {
  const issues = [{ path: ['body'], code: 'too_big', message: 'Too big' }];
  const problem = {
    type: 'about:blank',
    title: 'The request does not fit the contract',
    status: 400,
    code: 'request.invalid',
    detail: 'Check the marked fields.',
    requestId: 'req_7',
    issues,
  };
  const { portal, keys } = await serve(context, (_, response) =>
    json(response, 400, problem, 'application/problem+json'),
  );
  const error = await failure(portal.messages.reply({ id: 'thr_1', body: 'x' }));
  assert.ok(isPortalError(error, 'request.invalid'));
  assert.ok(!isPortalError(error, 'not-found'));
  assert.equal(error.status, 400);
  assert.equal(error.message, 'Check the marked fields.');
  assert.equal(error.requestId, 'req_7');
  assert.deepEqual(error.issues, issues);
  assert.equal(keys.length, 1, 'a refusal is not tried again');
});

test('a problem says how long to wait', async (context) => {
  const problem = {
    title: 'Too many tries',
    status: 429,
    code: 'rate.limited',
    requestId: 'r',
    retryAfter: 30,
  };
  const { portal } = await serve(context, (_, response) =>
    json(response, 429, problem, 'application/problem+json'),
  );
  assert.equal((await failure(portal.cases.list())).retryAfter, 30);
});

test('a problem that a newer server has added keeps its code', async (context) => {
  const problem = { title: 'Paused', status: 451, code: 'firm.paused', requestId: 'r' };
  const { portal } = await serve(context, (_, response) =>
    json(response, 451, problem, 'application/problem+json'),
  );
  const error = await failure(portal.cases.list());
  assert.equal(error.code, 'firm.paused');
  assert.equal(error.message, 'Paused');
});

test('the error page of a proxy becomes a PortalError with words for a person', async (context) => {
  const { portal } = await serve(context, (_, response) =>
    response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Forbidden</h1>'),
  );
  const error = await failure(portal.cases.list());
  assert.equal(error.code, 'http.403');
  assert.equal(error.status, 403);
  assert.match(error.message, /could not reach the portal/);
});

test('a page in place of JSON becomes a PortalError', async (context) => {
  const { portal } = await serve(context, (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel’s network</h1>'),
  );
  const error = await failure(portal.cases.list());
  assert.ok(isPortalError(error));
  assert.match(error.message, /could not reach the portal/);
});

test('a mutation is tried again under the same key while the server is away', async (context) => {
  const { portal, keys } = await serve(context, (_, response, attempt) =>
    attempt === 1 ? json(response, 503, {}) : json(response, 200, { items: [], next: null }),
  );
  await portal.threads.start({ caseId: 'case_1', recipientIds: ['per_1'], subject: 'Hello', body: 'Hello' });
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
  assert.match(keys[0]!, /^[0-9a-f]{32}$/);
});

test('a mutation is tried again under the same key when the connection breaks', async (context) => {
  const { portal, keys } = await serve(context, (request, response, attempt) =>
    attempt === 1 ? request.socket.destroy() : json(response, 200, {}),
  );
  await portal.messages.reply({ id: 'thr_1', body: 'Hello' });
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
});

test('what uses up a link or counts a code is sent once: a second try would be told that it is too late', async (context) => {
  const { portal, keys } = await serve(context, (request) => request.socket.destroy());
  assert.equal((await failure(portal.factors.confirmTotp({ code: '123456' }))).code, 'network');
  assert.equal((await failure(portal.invitations.accept({ token: 't', password: 'p' }))).code, 'network');
  assert.equal(keys.length, 2);
});

test('a server that has failed is not asked again', async (context) => {
  const { portal, keys } = await serve(context, (_, response) => json(response, 500, {}));
  assert.equal((await failure(portal.messages.reply({ id: 'thr_1', body: 'x' }))).code, 'http.500');
  assert.equal(keys.length, 1);
});

test('no answer in time is a timeout, after the retries', async (context) => {
  const { portal, keys } = await serve(context, () => {}, 60);
  const error = await failure(portal.cases.list());
  assert.equal(error.code, 'timeout');
  assert.equal(error.status, 0);
  assert.equal(keys.length, 3);
});

test('no server is a network error', async () => {
  const portal = createPortal({ api: 'http://127.0.0.1:9' });
  const error = await failure(portal.cases.list());
  assert.equal(error.code, 'network');
  assert.equal(error.status, 0);
});

test('a call can be aborted while it waits', async (context) => {
  const { portal, keys } = await serve(context, () => abort.abort());
  const abort = new AbortController();
  const error = await failure(portal.cases.list({}, { signal: abort.signal }));
  assert.equal(error.code, 'aborted');
  assert.equal(keys.length, 1);
});

test('a 204 is undefined', async (context) => {
  const { portal } = await serve(context, (_, response) => response.writeHead(204).end());
  assert.equal(await portal.session.end(), undefined);
});
