/** What is handed out is worth something once, and is written down nowhere. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashToken } from '../access/tokens.ts';
import { acceptInvitation } from '../testing/accept.ts';
import { setUpApp } from '../testing/app.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestBrowser } from '../testing/index.ts';

const password = 'four green herons by the lake';
const another = 'seven brown otters in a row';
const tokenOf = (cookie: string | undefined) => cookie!.slice(cookie!.indexOf('=') + 1);

forEachDatabase((_, database) => {
  it('G14: gives a new token at every rise of privilege, and the one before is worth nothing', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    await acceptInvitation(portal, ana, password);
    const browser = portal.firm.visitor();
    const planted = `__Host-lp_session=${'p'.repeat(43)}`;
    browser.cookie = planted;
    const dead: string[] = [planted];
    const other = portal.firm.visitor();
    /** Does something that raises what the browser may do, and shows that its token is another then. */
    const rise = async (work: () => Promise<unknown>) => {
      const before = browser.cookie!;
      await work();
      dead.push(before);
      assert.ok(!dead.includes(browser.cookie!));
      await browser.portal.session.get();
      for (const cookie of dead) {
        other.cookie = cookie;
        await assert.rejects(other.portal.session.get(), failsWith('auth.expired'));
      }
    };
    const { session, factors } = browser.portal;
    let word = password;
    const signIn = () => session.create({ email: ana.email, password: word });

    await rise(signIn);
    await rise(signIn);
    await rise(() => session.confirmPassword({ password }));
    await rise(() => browser.portal.password.change({ current: password, password: another }));
    word = another;
    let app!: Awaited<ReturnType<typeof setUpApp>>;
    await rise(async () => (app = await setUpApp(portal, browser)));
    await rise(signIn);
    await rise(() => session.confirmCode({ code: app.app.code() }));
    portal.clock.pass(60);
    await rise(() => session.confirmCode({ code: app.app.code() }));
    const phone = new TestAuthenticator({ origin: portal.firm.origin });
    await rise(async () => {
      const { options } = await factors.startPasskey();
      await factors.addPasskey({ name: 'My phone', response: phone.create(options) });
    });
    await rise(async () =>
      session.confirmPasskey({ response: phone.get((await session.passkeyOptions()).options) }),
    );
    await rise(async () =>
      session.passkeySignIn({ response: phone.get((await session.passkeySignInOptions()).options) }),
    );
    await rise(() => session.confirmCode({ code: app.recoveryCodes[0]! }));
  });

  it('G14: stores none of the secrets that it hands out, only what they hash to', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const browser = await acceptInvitation(portal, ana, password);
    const { factors, session } = browser.portal;
    const { secret, uri } = await factors.startTotp();
    const begun = await dump(portal.database);
    const app = await setUpApp(portal, browser);
    const { options } = await session.passkeyOptions().catch(() => factors.startPasskey());
    const rows = begun + (await dump(portal.database));
    const issued = [tokenOf(browser.cookie), secret, uri, options.challenge, ...app.recoveryCodes];
    for (const one of [...issued, ...app.recoveryCodes.map((code) => code.replaceAll('-', ''))])
      assert.ok(!rows.includes(one), one);
    // The control: what they hash to is there.
    const hashed = [
      tokenOf(browser.cookie),
      options.challenge,
      ...app.recoveryCodes.map((code) => code.replaceAll('-', '')),
    ];
    for (const one of hashed) assert.ok(rows.includes(hashToken(one)), one);
    assert.match(rows, /"v1\.[\w-]{60,}"/);
  });

  it('G14: an answer names no token', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const browser = await acceptInvitation(portal, ana, password);
    const answered = await text(browser, '/v1/session/confirm/password', { password });
    assert.ok(!answered.includes(tokenOf(browser.cookie)));
    assert.ok(answered.includes(ana.id));
  });
});

async function text(browser: TestBrowser, path: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-portal': '1' };
  const response = await browser.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.equal(response.status, 200);
  return response.text();
}
