/** G14: whatever shows more gives a new token, the one before is dead, a planted one never lives, and none is stored. */
import { hashToken } from '../../../packages/server-adapter/src/access/tokens.ts';
import { acceptInvitation } from '../../../packages/server-adapter/src/testing/accept.ts';
import { setUpApp } from '../../../packages/server-adapter/src/testing/app.ts';
import { TestAuthenticator } from '../../../packages/server-adapter/src/testing/authenticator.ts';
import { dump } from '../../../packages/server-adapter/src/testing/dump.ts';
import { createTestPortal, type TestBrowser } from '../../../packages/server-adapter/src/testing/index.ts';
import type { Prove } from '../lib/goal.ts';

const password = 'four green herons by the lake';
const tokenOf = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1);

export const prove: Prove = async ({ size, tally, random }) => {
  const portal = await createTestPortal();
  const issued: string[] = [];
  const flows = size(1000);
  while (tally.n < flows) {
    const person = await portal.firm.addClient(`Person ${tally.n}`);
    const first = await acceptInvitation(portal, person, password);
    const { app, recoveryCodes } = await setUpApp(portal, first);
    const phone = new TestAuthenticator({ origin: portal.firm.origin });
    const { options } = await first.portal.factors.startPasskey();
    await first.portal.factors.addPasskey({ name: 'Phone', response: phone.create(options) });
    issued.push(tokenOf(first.cookie!), ...recoveryCodes.map((code) => code.replaceAll('-', '')));

    const planted = `${first.cookie!.split('=', 1)[0]}=${random
      .int(2 ** 31)
      .toString(36)
      .padEnd(43, 'p')}`;
    const browser = portal.firm.visitor();
    browser.cookie = planted;
    const dead = [planted];
    const { session } = browser.portal;
    const ways = {
      password: () => session.create({ email: person.email, password }),
      code: () => session.confirmCode({ code: app.code() }),
      passkey: async () =>
        session.passkeySignIn({ response: phone.get((await session.passkeySignInOptions()).options) }),
      again: async () =>
        session.confirmPasskey({ response: phone.get((await session.passkeyOptions()).options) }),
    };
    /** Three sign-ins and, where one may, what raises them further. */
    const path = ['password', 'code', 'again', 'passkey', 'code', 'password', 'again'] as const;
    for (const way of path) {
      const before = browser.cookie!;
      await ways[way]();
      tally.tried();
      dead.push(before);
      issued.push(tokenOf(browser.cookie!));
      if (dead.includes(browser.cookie!)) tally.fail(`${way}: the token is the same as before`);
      if ((await asks(browser)) === 200) tally.positive();
      else tally.fail(`${way}: the new token opens nothing`);
      const other = portal.firm.visitor();
      other.cookie = random.pick(dead);
      if ((await asks(other)) !== 401) tally.fail(`${way}: an earlier token is still good`);
      portal.clock.pass(30);
    }
    other: for (const cookie of dead) {
      const browser = portal.firm.visitor();
      browser.cookie = cookie;
      if ((await asks(browser)) === 401) continue other;
      tally.fail('A dead token came back to life');
    }
  }

  const rows = await dump(portal.database);
  const stored = issued.filter((secret) => rows.includes(secret));
  if (stored.length > 0) tally.fail(`${stored.length} of ${issued.length} secrets are stored as they are`);
  // The control: what they hash to is there, for those that are still good.
  const hashes = issued.filter((secret) => rows.includes(hashToken(secret))).length;
  tally.fact('secrets', issued.length);
  tally.fact('hashes', hashes);
  if (hashes === 0) tally.fail('Not even a hash is stored: the dump shows nothing');
  await portal.close();
};

const asks = async (browser: TestBrowser) => (await browser.fetch('/v1/session')).status;
