/** Sessions whose token is in the memory of a page: the same row, the same idleness, the same end. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createPortal, memorySession } from '@casefront/core';
import { hashToken } from '../access/tokens.ts';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';
const elsewhere = 'https://www.elsewhere.example';

/** A page of another site, and what went to the server and came back. */
function openPage({ server, firm }: TestPortal) {
  const sent: Request[] = [];
  const given: Response[] = [];
  const send = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    request.headers.set('origin', elsewhere);
    request.headers.set('sec-fetch-site', 'cross-site');
    sent.push(request.clone());
    const response = await server.fetch(request, { ip: '192.0.2.1' });
    given.push(response);
    return response;
  };
  const fetch = memorySession(send as typeof globalThis.fetch);
  const token = () =>
    given.findLast(({ headers }) => headers.has('x-portal-token'))?.headers.get('x-portal-token');
  return { portal: createPortal({ api: firm.origin, fetch }), sent, given, token };
}

forEachDatabase((_, database) => {
  const withMemory = async (memoryTokens = true) => {
    const portal = await createTestPortal({
      database,
      memoryTokens,
      embedding: 'cross-site',
      allowedOrigins: { harborview: [elsewhere] },
    });
    const ana = await portal.firm.addClient('Ana Silva');
    await acceptInvitation(portal, ana, password);
    return { portal, ana, credentials: { email: ana.email, password } };
  };

  it('C17: is handed out in a header that the page may read, and in no cookie', async () => {
    const { portal, ana, credentials } = await withMemory();
    const page = openPage(portal);
    const session = await page.portal.session.create(credentials);
    assert.equal(session.person.id, ana.id);
    assert.match(page.token() ?? '', /^cfs_[\w-]{43}$/);
    for (const { headers } of page.given) {
      assert.equal(headers.get('set-cookie'), null);
      assert.equal(headers.get('access-control-allow-origin'), elsewhere);
      assert.match(headers.get('access-control-expose-headers') ?? '', /X-Portal-Token/);
    }
    assert.deepEqual(await page.portal.session.get(), session);
    assert.deepEqual(
      page.sent.map(({ credentials: cookies }) => cookies),
      ['omit', 'omit'],
    );
    const rows = await dump(portal.database);
    const secret = page.token()!.slice(4);
    assert.ok(!rows.includes(secret) && rows.includes(hashToken(secret)));
  });

  it('is gone when the page is: whoever reloads it signs in again', async () => {
    const { portal, credentials } = await withMemory();
    await openPage(portal).portal.session.create(credentials);
    await assert.rejects(openPage(portal).portal.session.get(), failsWith('auth.required'));
  });

  it('ends on the server, and the page forgets it', async () => {
    const { portal, credentials } = await withMemory();
    const page = openPage(portal);
    await page.portal.session.create(credentials);
    const token = page.token();
    await page.portal.session.end();
    assert.equal(page.token(), '');
    await assert.rejects(page.portal.session.get(), failsWith('auth.required'));
    const headers = { authorization: `Bearer ${token}` };
    const kept = await portal.firm.visitor().fetch('/v1/session', { headers });
    assert.equal(((await kept.json()) as { code: string }).code, 'auth.expired');
  });

  it('G14: is another one with every sign-in, and the one before is dead', async () => {
    const { portal, credentials } = await withMemory();
    const page = openPage(portal);
    await page.portal.session.create(credentials);
    const before = page.token();
    await page.portal.session.create(credentials);
    assert.notEqual(page.token(), before);
    const headers = { authorization: `Bearer ${before}` };
    assert.equal((await portal.firm.visitor().fetch('/v1/session', { headers })).status, 401);
  });

  it('G15: sleeps in after as long as any other, and does not outlive the access', async () => {
    const { portal, ana, credentials } = await withMemory();
    const page = openPage(portal);
    await page.portal.session.create(credentials);
    portal.clock.pass(29 * 60);
    await page.portal.session.extend();
    portal.clock.pass(29 * 60);
    await page.portal.session.get();
    portal.clock.pass(60);
    await assert.rejects(page.portal.session.get(), failsWith('auth.expired'));
    await page.portal.session.create(credentials);
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', ana.id).execute(),
    );
    await assert.rejects(page.portal.session.get(), failsWith('auth.expired'));
  });

  it('G19: is one of two credentials where a cookie comes along, and then neither counts', async () => {
    const { portal, credentials } = await withMemory();
    const page = openPage(portal);
    await page.portal.session.create(credentials);
    const browser = portal.firm.visitor();
    await browser.portal.session.create(credentials);
    const headers = { authorization: `Bearer ${page.token()}` };
    const both = await browser.fetch('/v1/session', { headers });
    assert.equal(both.status, 400);
    assert.equal(((await both.json()) as { code: string }).code, 'request.credentials');
    assert.equal((await browser.fetch('/v1/session')).status, 200);
  });

  it('leaves API keys what they are', async () => {
    const { portal } = await withMemory();
    const { secret } = await portal.firm.admin.firm.keys.create({ name: 'PMS', scopes: ['people'] });
    const call = (token: string) =>
      portal.firm.visitor().fetch('/v1/firm/people', { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await call(secret)).status, 200);
    assert.equal((await call(secret.replace('cf_', 'cfs_'))).status, 401);
  });

  it('is nothing to a server that does not allow it', async () => {
    const { portal, credentials } = await withMemory(false);
    const page = openPage(portal);
    await page.portal.session.create(credentials);
    assert.equal(page.token(), undefined);
    const cookie = page.given[0]!.headers.get('set-cookie') ?? '';
    assert.match(cookie, /; SameSite=None; Secure; Partitioned$/);
    await assert.rejects(page.portal.session.get(), failsWith('auth.required'));
    const token = /=([\w-]{43})/.exec(cookie)![1];
    const headers = { authorization: `Bearer cfs_${token}` };
    assert.equal((await portal.firm.visitor().fetch('/v1/session', { headers })).status, 401);
  });
});
