/** How often a second factor may be guessed at, wherever one can be typed. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testApp } from '../testing/app.ts';
import { TestAuthenticator } from '../testing/authenticator.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import type { TestBrowser } from '../testing/index.ts';
import { withApp } from '../testing/with-app.ts';

const password = 'four green herons by the lake';

const guess = ({ portal }: Pick<TestBrowser, 'portal'>, code = '000000') =>
  portal.session.confirmCode({ code });

forEachDatabase((_, database) => {
  const begin = async () => {
    const all = await withApp(database, password);
    const { portal, ana } = all;
    /** Ana's password, typed at some place. */
    const from = async (ip: string) => {
      const browser = portal.firm.visitor(ip);
      await browser.portal.session.create({ email: ana.email, password });
      return browser;
    };
    const mails = async () => {
      await portal.server.settle();
      return portal.mails.filter(({ to, subject }) => to === ana.email && /may know/.test(subject)).length;
    };
    return { ...all, from, mails };
  };

  it('G17: takes five wrong guesses at a code of the app from one place, and the owner gets in from another', async () => {
    const { portal, app, recoveryCodes, from, mails } = await begin();
    for (let count = 0; count < 5; count++)
      await assert.rejects(guess(await from(`2001:db8:1:2::${count}`)), failsWith('code.wrong'));
    assert.equal(await mails(), 0);
    const late = await from('2001:db8:1:2::9');
    await assert.rejects(guess(late), (error: unknown) => {
      assert.ok(failsWith('rate.limited')(error));
      const { retryAfter } = error as { retryAfter: number };
      return retryAfter > 0 && retryAfter <= 11 * 60;
    });
    // Nor is the right one taken then: that would tell which guess was right. Nobody guesses the other kind.
    await assert.rejects(guess(late, app.code()), failsWith('rate.limited'));
    assert.equal((await guess(late, recoveryCodes[0]!)).stage, 'complete');
    const owner = await from('198.51.100.7');
    assert.equal((await guess(owner, app.code())).stage, 'complete');
    // Told once: the password is known.
    assert.equal(await mails(), 1);
    portal.clock.pass(11 * 60);
    assert.equal((await guess(await from('2001:db8:1:2::9'), app.code())).stage, 'complete');
  });

  it('G17: takes fifty wrong guesses a day at one person, however slowly and from however many places', async () => {
    const { portal, app, recoveryCodes, from, mails } = await begin();
    for (let count = 0; count < 50; count++) {
      await assert.rejects(guess(await from(`2001:db8:${count}::1`)), failsWith('code.wrong'));
      portal.clock.pass(15 * 60);
    }
    const late = await from('198.51.100.7');
    await assert.rejects(guess(late, app.code()), failsWith('rate.limited'));
    await assert.rejects(guess(late, app.code()), failsWith('rate.limited'));
    assert.equal(await mails(), 1);
    await portal.server.settle();
    assert.equal((await guess(late, recoveryCodes[0]!)).stage, 'complete');
    portal.clock.pass(12 * 60 * 60);
    assert.equal((await guess(await from('198.51.100.7'), app.code())).stage, 'complete');
  });

  it('G17: takes a hundred wrong recovery codes from one place, and those of another place go on', async () => {
    const { recoveryCodes, from } = await begin();
    const wrong = '0000-0000-0000-0000-0000-0000';
    const browser = await from('203.0.113.9');
    for (let count = 0; count < 100; count++)
      await assert.rejects(guess(browser, wrong), failsWith('code.wrong'));
    await assert.rejects(guess(browser, recoveryCodes[0]!), failsWith('rate.limited'));
    assert.equal((await guess(await from('198.51.100.7'), recoveryCodes[0]!)).stage, 'complete');
  });

  it('G17: counts the codes that set an app up with the others', async () => {
    const { portal, browser, halfIn } = await withApp(database, password);
    const { secret } = await browser.portal.factors.startTotp();
    for (let count = 0; count < 5; count++)
      await assert.rejects(
        browser.portal.factors.confirmTotp({ code: testApp(portal, secret).code(9) }),
        failsWith('code.wrong'),
      );
    const other = (await halfIn()).portal.session.confirmCode({ code: '000000' });
    await assert.rejects(other, failsWith('rate.limited'));
  });

  it('does not count right codes as guesses, nor those of others', async () => {
    const { portal, browser, app } = await withApp(database, password);
    for (let count = 0; count < 8; count++) {
      await browser.portal.session.confirmCode({ code: app.code() });
      portal.clock.pass(30);
    }
    const bo = await portal.firm.addClient('Bo Lind');
    for (let count = 0; count < 5; count++)
      await assert.rejects(bo.portal.session.confirmCode({ code: '000000' }), failsWith('code.wrong'));
    await browser.portal.session.confirmCode({ code: app.code() });
  });

  it('G17: answers a hundred wrong passkeys from one place, and those of another place go on', async () => {
    const { portal, browser } = await withApp(database, password);
    const phone = new TestAuthenticator({ origin: portal.firm.origin });
    const { options } = await browser.portal.factors.startPasskey();
    await browser.portal.factors.addPasskey({ name: 'Phone', response: phone.create(options) });
    const { session } = portal.firm.visitor('2001:db8:1:2::1').portal;
    const response = { id: 'x', type: 'public-key' as const, response: { clientDataJSON: '' } };
    for (let count = 0; count < 100; count++) {
      const neighbour = portal.firm.visitor(`2001:db8:1:2::${count}`).portal;
      await assert.rejects(neighbour.session.passkeySignIn({ response }), failsWith('auth.failed'));
    }
    await assert.rejects(session.passkeySignIn({ response }), failsWith('rate.limited'));
    const elsewhere = portal.firm.visitor('198.51.100.7').portal.session;
    const asked = (await elsewhere.passkeySignInOptions()).options;
    await elsewhere.passkeySignIn({ response: phone.get(asked) });
  });

  it('G17: hands out a hundred challenges to one place in fifteen minutes', async () => {
    const { portal } = await withApp(database, password);
    const { session } = portal.firm.visitor('198.51.100.7').portal;
    for (let count = 0; count < 100; count++) await session.passkeySignInOptions();
    await assert.rejects(session.passkeySignInOptions(), failsWith('rate.limited'));
    await portal.firm.visitor('198.51.100.8').portal.session.passkeySignInOptions();
  });
});
