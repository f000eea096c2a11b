/** G11: what arrives on a socket when somebody is slow, broken or up to no good. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { listen, type Listening } from './node.ts';

describe('the portal on a socket', () => {
  let portal: TestPortal;
  let http: Listening;
  before(async () => {
    portal = await createTestPortal({ limits: { bodyBytes: 10_000, bodySeconds: 1 } });
    http = await listen(portal.server, 0, '127.0.0.1');
  });
  after(() => http.close());

  /** Sends text as it is, piece by piece, and answers all that came back. */
  async function raw(pieces: readonly string[], pause = 0): Promise<string> {
    const socket = connect(http.port, '127.0.0.1');
    // A server that hangs up on a sender is within its rights; what it said before counts.
    socket.on('error', () => {});
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
    const closed = once(socket, 'close').catch(() => {});
    for (const piece of pieces) {
      if (!socket.writable) break;
      socket.write(piece);
      if (pause > 0) await sleep(pause);
    }
    await Promise.race([closed, sleep(4_000, undefined, { ref: false })]);
    socket.destroy();
    return answer;
  }

  const head = (method: string, path: string, ...headers: string[]) =>
    [
      `${method} ${path} HTTP/1.1`,
      'Host: www.harborview.example',
      'Connection: close',
      ...headers,
      '',
      '',
    ].join('\r\n');
  const post = (...headers: string[]) =>
    head('POST', '/v1/session', 'Content-Type: application/json', 'X-Portal: 1', ...headers);
  const status = (answer: string) => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);
  const credentials = JSON.stringify({ email: 'nobody@people.example', password: 'x' });

  it('answers a request, with its length', async () => {
    const answer = await raw([head('GET', '/v1/firm')]);
    assert.equal(status(answer), 200);
    assert.match(answer, /content-length: \d+/i);
    assert.ok(!/transfer-encoding/i.test(answer));
    assert.match(answer, /"name":"Harborview Law"/);
  });

  it('answers HEAD without a body', async () => {
    const answer = await raw([head('HEAD', '/v1/firm')]);
    assert.equal(status(answer), 200);
    assert.ok(answer.endsWith('\r\n\r\n'));
  });

  it('takes a whole URL as the target', async () => {
    assert.equal(status(await raw([head('GET', 'http://www.harborview.example/v1/firm')])), 200);
  });

  it('takes a body in pieces', async () => {
    const answer = await raw(
      [post(`Content-Length: ${credentials.length}`), credentials.slice(0, 9), credentials.slice(9)],
      30,
    );
    assert.equal(status(answer), 401);
    assert.match(answer, /auth\.failed/);
  });

  it('takes a body in chunks', async () => {
    const chunk = `${credentials.length.toString(16)}\r\n${credentials}\r\n0\r\n\r\n`;
    assert.equal(status(await raw([post('Transfer-Encoding: chunked'), chunk])), 401);
  });

  it('stops counting chunks at the limit', async () => {
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`;
    const answer = await raw(
      [post('Transfer-Encoding: chunked'), ...Array.from({ length: 40 }, () => chunk)],
      2,
    );
    assert.equal(status(answer), 413);
    assert.match(answer, /connection: close/i);
  });

  it('refuses what says it is too large, before it comes', async () => {
    assert.equal(status(await raw([post('Content-Length: 999999999')])), 413);
  });

  it('gives up on a body that comes too slowly', async () => {
    const answer = await raw([post(`Content-Length: ${credentials.length}`), '{"email"']);
    assert.equal(status(answer), 408);
  });

  it('survives a broken chunk', async () => {
    assert.equal(status(await raw([post('Transfer-Encoding: chunked'), 'zz\r\nnonsense'])), 400);
  });

  it('survives a sender who leaves in the middle', async () => {
    const socket = connect(http.port, '127.0.0.1');
    socket.write(post('Content-Length: 100'));
    socket.write('{"email"');
    await sleep(50);
    socket.resetAndDestroy();
    await sleep(50);
  });

  for (const [what, headers] of [
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
    ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['an encoding of its own', ['Transfer-Encoding: xchunked']],
    ['a negative length', ['Content-Length: -1']],
    ['two hosts', ['Host: www.elsewhere.example']],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const answer = status(await raw([post(...headers), '0\r\n\r\n']));
      assert.ok(answer >= 400 && answer < 500, String(answer));
    });
  }

  it('refuses ten thousand headers', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `X-${index}: x`);
    assert.equal(status(await raw([head('GET', '/v1/firm', ...many)])), 431);
  });

  it('is still there for everybody else after all that', async () => {
    assert.equal(status(await raw([head('GET', '/v1/firm')])), 200);
  });

  it('lets what is running end when it stops', async () => {
    const own = await createTestPortal();
    const server = await listen(own.server, 0, '127.0.0.1');
    const headers = { host: 'www.harborview.example' };
    await fetch(`http://127.0.0.1:${server.port}/v1/health`, { headers });
    const started = performance.now();
    await server.close();
    assert.ok(performance.now() - started < 2_000);
    await assert.rejects(fetch(`http://127.0.0.1:${server.port}/v1/health`));
  });
});
