import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestPortal } from '../testing/index.ts';

/** One of each kind: an answer, none, a problem, what is nowhere, what a browser asks first, the server about itself. */
const requests = [
  { target: '/v1/firm', status: 200, type: 'application/json' },
  { target: '/v1/session', status: 401, type: 'application/problem+json' },
  { target: '/v1/nowhere', status: 404, type: 'application/problem+json' },
  { target: '/v1/firm', method: 'DELETE', status: 405, type: 'application/problem+json' },
  { target: '/v1/session', method: 'TRACE', status: 405, type: 'application/problem+json' },
  { target: '/v1/session', method: 'POST', status: 403, type: 'application/problem+json' },
  { target: '/v1/session', method: 'OPTIONS', status: 204, type: undefined },
  { target: '/v1/health', status: 200, type: 'application/json' },
  { target: '/openapi.json', status: 200, type: 'application/json' },
];

/** Asks for each on `path`, of a portal of its own. */
async function answers() {
  const portal = await createTestPortal();
  return Promise.all(
    requests.map(async ({ target, method = 'GET', status, type }) => {
      const answer = await portal.server.handle({
        method,
        target,
        host: 'www.harborview.example',
        peer: '192.0.2.1',
        header: () => undefined,
        body: undefined,
      });
      assert.equal(answer.status, status, `${method} ${target}`);
      return { answer, type, what: `${method} ${target}` };
    }),
  );
}

it('is never kept by a browser or a proxy', async () => {
  for (const { answer, what } of await answers())
    assert.equal(answer.headers['cache-control'], 'no-store', what);
});

it('is never taken for a page, a script or a frame, and what it is, it says', async () => {
  for (const { answer, type, what } of await answers()) {
    assert.equal(answer.headers['content-type'], type, what);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff', what);
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin', what);
    assert.equal(
      answer.headers['content-security-policy'],
      "default-src 'none'; frame-ancestors 'none'",
      what,
    );
  }
});

it('sends no address on to other sites', async () => {
  for (const { answer, what } of await answers())
    assert.equal(answer.headers['referrer-policy'], 'no-referrer', what);
});

it('never sends a browser elsewhere', async () => {
  for (const { answer, what } of await answers()) {
    assert.ok(answer.status < 300 || answer.status >= 400, what);
    assert.equal(answer.headers['location'], undefined, what);
  }
});
