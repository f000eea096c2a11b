import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashToken } from '../access/tokens.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal, type TestBrowser, type TestPortal } from '../testing/index.ts';
import { failsWith } from '../testing/fails.ts';
import { acceptInvitation } from '../testing/accept.ts';
import { dump } from '../testing/dump.ts';

const password = 'four green herons by the lake';
const tokenOf = (browser: TestBrowser) => browser.cookie!.slice(browser.cookie!.indexOf('=') + 1);

/** Ana has chosen a password and is signed out. */
async function withAna(portal: TestPortal) {
  const ana = await portal.firm.addClient('Ana Silva');
  await acceptInvitation(portal, ana, password);
  return ana;
}

forEachDatabase((_, database) => {
  it('signs in with address and password, whatever the case of the address', async () => {
    const portal = await createTestPortal({ database });
    const { id, email } = await withAna(portal);
    const browser = portal.firm.visitor();
    const session = await browser.portal.session.create({ email: ` ${email.toUpperCase()} `, password });
    assert.equal(session.person.id, id);
    assert.deepEqual(session.sections, ['dashboard', 'cases', 'inbox', 'profile']);
    assert.equal(session.idleSeconds, 1800);
    assert.deepEqual(await browser.portal.session.get(), session);
  });

  it('names no section of the clients’ portal to staff, to whom it would be refused', async () => {
    const portal = await createTestPortal({ database });
    const { sections, capabilities } = await portal.firm.admin.portal.session.get();
    assert.deepEqual(sections, []);
    assert.deepEqual(capabilities, ['messages.send']);
  });

  it('hands the token out in a cookie that only this host gets and no script reads', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const response = await portal.firm.visitor().fetch('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1' },
      body: JSON.stringify({ email, password }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^__Host-lp_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    assert.ok(!(await response.text()).includes(/=([\w-]{43})/.exec(cookie)![1]!));
  });

  it('answers an unknown address, a wrong password and a shut access the same', async () => {
    const portal = await createTestPortal({ database });
    const { id, email } = await withAna(portal);
    const invited = await portal.firm.admin.firm.people.create({
      name: 'Bo Lind',
      email: 'bo@people.example',
    });
    await portal.firm.admin.firm.invitations.create({ id: invited.id });
    const attempt = async (address: string, word: string) => {
      const response = await portal.firm.visitor().fetch('/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-portal': '1' },
        body: JSON.stringify({ email: address, password: word }),
      });
      const { requestId, ...body } = (await response.json()) as { requestId: string };
      const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
      assert.equal(response.status, 401);
      assert.ok(requestId);
      return JSON.stringify([headers, body]);
    };
    const wrong = await attempt(email, 'not the password at all');
    assert.equal(await attempt('nobody@people.example', password), wrong);
    assert.equal(await attempt('bo@people.example', password), wrong);
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', id).execute(),
    );
    assert.equal(await attempt(email, password), wrong);
  });

  it('G14: gives a new token at every sign-in, and the old one dies', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const browser = portal.firm.visitor();
    await browser.portal.session.create({ email, password });
    const before = browser.cookie!;
    await browser.portal.session.create({ email, password });
    assert.notEqual(browser.cookie, before);
    await browser.portal.session.get();
    browser.cookie = before;
    await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
  });

  it('G14: never takes a token that was planted before', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const browser = portal.firm.visitor();
    const planted = `__Host-lp_session=${'p'.repeat(43)}`;
    browser.cookie = planted;
    await browser.portal.session.create({ email, password });
    browser.cookie = planted;
    await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
  });

  it('G14: stores no token, only what it hashes to', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const rows = await dump(portal.database);
    assert.ok(!rows.includes(tokenOf(ana)));
    assert.ok(rows.includes(hashToken(tokenOf(ana))));
  });

  it('is dead on the server once signed out', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const { cookie } = ana;
    await ana.portal.session.end();
    assert.equal(ana.cookie, undefined);
    await assert.rejects(ana.portal.session.get(), failsWith('auth.required'));
    ana.cookie = cookie;
    await assert.rejects(ana.portal.session.get(), failsWith('auth.expired'));
  });

  it('G15: ends after 30 idle minutes, which only acts of the person interrupt', async () => {
    const portal = await createTestPortal({ database });
    const [acting, polling] = [await portal.firm.addClient(), await portal.firm.addClient()];
    for (let minute = 0; minute < 40; minute += 10) {
      portal.clock.pass(600);
      await acting.portal.session.extend();
      if (minute < 20) {
        await polling.portal.notifications.counts();
        await polling.portal.dashboard.get();
      }
    }
    await acting.portal.session.get();
    await assert.rejects(polling.portal.notifications.counts(), failsWith('auth.expired'));
    await assert.rejects(polling.portal.dashboard.get(), failsWith('auth.expired'));
  });

  it('G15: ends after 12 hours, however busy', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    for (let quarter = 1; quarter < 48; quarter++) {
      portal.clock.pass(900);
      await ana.portal.session.extend();
    }
    portal.clock.pass(899);
    await ana.portal.dashboard.get();
    portal.clock.pass(1);
    await assert.rejects(ana.portal.dashboard.get(), failsWith('auth.expired'));
  });

  it('keeps at most ten sessions of a person: the longest unused goes', async () => {
    const portal = await createTestPortal({ database });
    const first = await portal.firm.addClient();
    const others = [];
    for (let count = 0; count < 10; count++) {
      portal.clock.pass(1);
      others.push(await portal.firm.signIn(first));
    }
    await assert.rejects(first.portal.session.get(), failsWith('auth.expired'));
    for (const other of others) await other.portal.session.get();
  });

  it('ends with the person’s access, on the next request', async () => {
    const portal = await createTestPortal({ database });
    const [ana, bo] = [await portal.firm.addClient(), await portal.firm.addClient()];
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', ana.id).execute(),
    );
    await assert.rejects(ana.portal.session.get(), failsWith('auth.expired'));
    await bo.portal.session.get();
  });

  it('is worth nothing at another firm', async () => {
    const portal = await createTestPortal({ database });
    const other = await portal.addFirm('seaside');
    const ana = await portal.firm.addClient();
    const there = other.visitor();
    there.cookie = ana.cookie;
    await assert.rejects(there.portal.session.get(), failsWith('auth.expired'));
    assert.equal((await there.portal.firm.get()).id, other.id);
  });

  it('takes one credential per request', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const response = await ana.fetch('/v1/session', { headers: { authorization: 'Bearer cf_x' } });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as { code: string }).code, 'request.credentials');
  });

  it('does not mind that the site in front asks for a password of its own', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const headers = { authorization: `Basic ${btoa('staging:secret')}` };
    assert.equal((await ana.fetch('/v1/session', { headers })).status, 200);
    const visitor = await portal.firm.visitor().fetch('/v1/session', { headers });
    assert.equal(((await visitor.json()) as { code: string }).code, 'auth.required');
  });

  it('G17: stops guessing at an account from one place, and lets its owner in from another', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const guesser = portal.firm.visitor('2001:db8:1:2::1');
    for (let guess = 0; guess < 10; guess++) {
      const neighbour = portal.firm.visitor(`2001:db8:1:2::${guess}`);
      const spelling = guess % 2 ? email.toUpperCase() : `  ${email}`;
      await assert.rejects(
        neighbour.portal.session.create({ email: spelling, password: `wrong ${guess}` }),
        failsWith('auth.failed'),
      );
    }
    await assert.rejects(guesser.portal.session.create({ email, password }), (error: unknown) => {
      assert.ok(failsWith('rate.limited')(error));
      const { retryAfter } = error as { retryAfter: number };
      return retryAfter > 0 && retryAfter <= 16 * 60;
    });
    await portal.firm.visitor('198.51.100.7').portal.session.create({ email, password });
    portal.clock.pass(16 * 60);
    await guesser.portal.session.create({ email, password });
  });

  it('does not count signing in as guessing', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    for (let count = 0; count < 12; count++)
      await portal.firm.visitor().portal.session.create({ email, password });
  });

  it('is named for plain http on localhost, where a Secure cookie would not be kept', async () => {
    const portal = await createTestPortal({ database });
    const local = await portal.addFirm('local', { portalUrl: 'http://localhost:4310/portal' });
    const ana = await local.addClient();
    assert.match(ana.cookie!, /^lp_session=/);
    await ana.portal.session.get();
  });
});
