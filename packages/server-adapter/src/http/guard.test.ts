import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { corsHeaders, guard, preflightHeaders } from './guard.ts';
import { ProblemError } from './problem.ts';
import { request } from '../testing/request.ts';

const own = 'https://www.smithlaw.com';
const friend = 'https://client.smithlaw.com';
const allowed = new Set([own, friend]);

const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', 'nonsense'];
const origins = [
  undefined,
  own,
  friend,
  'null',
  'http://www.smithlaw.com',
  'https://www.smithlaw.com.evil.example',
  'https://evil.example',
  'https://www.smithlaw.com:8443',
  'https://WWW.smithlaw.com',
];
const types = [
  undefined,
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
];
const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
const cookies = [undefined, '__Host-lp_session=x'];
const marks = [undefined, '1', '0'];

type Cell = Record<'sec-fetch-site' | 'origin' | 'content-type' | 'cookie' | 'x-portal', string | undefined>;

function* cells(): Generator<Cell> {
  for (const site of sites)
    for (const origin of origins)
      for (const type of types)
        for (const cookie of cookies)
          for (const mark of marks)
            yield { 'sec-fetch-site': site, origin, 'content-type': type, cookie, 'x-portal': mark };
}

const passes = (method: string, cell: Cell) => {
  try {
    guard(request(method, '/v1/session', cell), allowed);
    return true;
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return false;
  }
};

/** The rule of security.md 3.2, said another way than in the guard. */
function isMeant(cell: Cell): boolean {
  const listed = cell.origin === own || cell.origin === friend;
  const browserless =
    cell.origin === undefined && cell['sec-fetch-site'] === undefined && cell.cookie === undefined;
  return cell['sec-fetch-site'] === 'same-origin' || listed || browserless;
}

describe('G19: which pages may call', () => {
  it('lets a mutation through exactly when the portal’s own pages, or no browser, meant it', () => {
    let through = 0;
    let refused = 0;
    for (const method of methods) {
      for (const cell of cells()) {
        const expected =
          isMeant(cell) && cell['content-type'] === 'application/json' && cell['x-portal'] === '1';
        assert.equal(passes(method, cell), expected, JSON.stringify({ method, ...cell }));
        if (expected) through++;
        else refused++;
      }
    }
    assert.ok(through > 100 && refused > 2_000, `${through} through, ${refused} refused`);
  });

  it('asks nothing of a read', () => {
    assert.ok(passes('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } as Cell));
  });

  it('lets only listed origins read answers, and always varies by origin', () => {
    for (const cell of cells()) {
      const headers = corsHeaders(request('GET', '/v1/session', cell), allowed, { memoryTokens: true });
      const readable = cell.origin === own || cell.origin === friend;
      assert.equal(headers['access-control-allow-origin'], readable ? cell.origin : undefined);
      assert.equal(headers['access-control-allow-credentials'], readable ? 'true' : undefined);
      assert.equal(headers.vary, 'Origin');
    }
  });

  it('lets pages send tokens, and read them, only where they keep them in memory', () => {
    const listed = request('OPTIONS', '/v1/session', { origin: own });
    for (const memoryTokens of [false, true]) {
      const sent = preflightHeaders(['GET'], { memoryTokens })['access-control-allow-headers'] ?? '';
      const read = corsHeaders(listed, allowed, { memoryTokens })['access-control-expose-headers'] ?? '';
      assert.equal(sent.includes('Authorization'), memoryTokens);
      assert.equal(read.includes('X-Portal-Token'), memoryTokens);
    }
  });

  for (const type of [
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/json;charset="UTF-8"',
  ]) {
    it(`takes ${type}`, () =>
      assert.ok(
        passes('POST', { 'sec-fetch-site': 'same-origin', 'x-portal': '1', 'content-type': type } as Cell),
      ));
  }

  for (const type of [
    'application/json; charset=latin1',
    'application/jsonp',
    'application/json, text/plain',
    '',
  ]) {
    it(`refuses ${JSON.stringify(type)}`, () =>
      assert.ok(
        !passes('POST', { 'sec-fetch-site': 'same-origin', 'x-portal': '1', 'content-type': type } as Cell),
      ));
  }

  it('unpacks nothing', () => {
    const packed = { 'sec-fetch-site': 'same-origin', 'x-portal': '1', 'content-type': 'application/json' };
    assert.ok(passes('POST', packed as Cell));
    assert.ok(!passes('POST', { ...packed, 'content-encoding': 'gzip' } as unknown as Cell));
  });
});
