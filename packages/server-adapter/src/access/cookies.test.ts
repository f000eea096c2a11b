import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clearCookie, readCookie, sessionCookie, setCookie, type Embedding } from './cookies.ts';

describe('the session cookie', () => {
  for (const [portal, name] of [
    ['https://www.smithlaw.com/portal', '__Host-lp_session'],
    ['http://localhost:4310/portal', 'lp_session'],
    ['http://127.0.0.1/portal', 'lp_session'],
    ['http://[::1]:8080/', 'lp_session'],
    ['http://portal.firm.localhost:4310/', 'lp_session'],
    // Not kept by any browser, which is better than sent in the clear.
    ['http://www.smithlaw.com/portal', '__Host-lp_session'],
    ['http://localhost.evil.example/', '__Host-lp_session'],
    ['http://notlocalhost/', '__Host-lp_session'],
    ['https://localhost/', '__Host-lp_session'],
  ] as const) {
    it(`of ${portal} is ${name}`, () => assert.equal(sessionCookie(portal, 'same-site').name, name));
  }

  const cookies = (embedding: Embedding) => ({
    tls: sessionCookie('https://a.example', embedding),
    plain: sessionCookie('http://localhost', embedding),
  });

  it('is Secure wherever it can be', () => {
    const { tls, plain } = cookies('same-site');
    assert.equal(setCookie(tls, 'x'), '__Host-lp_session=x; Path=/; HttpOnly; SameSite=Lax; Secure');
    assert.equal(setCookie(plain, 'x'), 'lp_session=x; Path=/; HttpOnly; SameSite=Lax');
    assert.equal(clearCookie(tls), '__Host-lp_session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
  });

  it('C17: has a jar of its own on each site that the portal is embedded in', () => {
    const { tls, plain } = cookies('cross-site');
    const attributes = 'Path=/; HttpOnly; SameSite=None; Secure; Partitioned';
    assert.equal(setCookie(tls, 'x'), `__Host-lp_session=x; ${attributes}`);
    assert.equal(setCookie(plain, 'x'), `lp_session=x; ${attributes}`);
    // Without Partitioned it would clear another cookie of the same name.
    assert.equal(clearCookie(tls), `__Host-lp_session=; ${attributes}; Max-Age=0`);
  });

  for (const [header, value] of [
    [undefined, undefined],
    ['', undefined],
    ['lp_session=a', 'a'],
    ['other=1; lp_session=a; more=2', 'a'],
    ['x_lp_session=1; lp_sessions=2', undefined],
    ['lp_session=a; lp_session=b', 'a'],
    ['lp_session', undefined],
    ['lp_session=', ''],
  ] as const) {
    it(`read from ${JSON.stringify(header)} is ${JSON.stringify(value)}`, () =>
      assert.equal(readCookie(header, 'lp_session'), value));
  }
});
