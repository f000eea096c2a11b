import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation, mailedToken } from '../testing/accept.ts';
import { setUpApp } from '../testing/app.ts';
import { TestAuthenticator, type AuthenticatorOptions } from '../testing/authenticator.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestBrowser, type TestPortalOptions } from '../testing/index.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  /** Ana has a password, and a phone that can hold a passkey. */
  const begin = async (options: Partial<TestPortalOptions> = {}) => {
    const portal = await createTestPortal({ database, ...options });
    const ana = await portal.firm.addClient('Ana Silva');
    const browser = await acceptInvitation(portal, ana, password);
    const { origin } = portal.firm;
    return { portal, ana, browser, phone: new TestAuthenticator({ origin }), origin };
  };
  const add = async ({ portal: { factors } }: Pick<TestBrowser, 'portal'>, phone: TestAuthenticator) => {
    const { options } = await factors.startPasskey();
    return factors.addPasskey({ name: 'My phone', response: phone.create(options) });
  };
  const signIn = async ({ portal: { session } }: Pick<TestBrowser, 'portal'>, phone: TestAuthenticator) => {
    const { options } = await session.passkeySignInOptions();
    return session.passkeySignIn({ response: phone.get(options) });
  };

  it('signs in by itself: it is two factors in one', async () => {
    const { portal, ana, browser, phone } = await begin();
    const { session, recoveryCodes } = await add(browser, phone);
    assert.equal(session.stage, 'complete');
    assert.deepEqual(session.factors, ['passkey', 'recovery-code']);
    assert.equal(recoveryCodes?.length, 8);
    const visitor = portal.firm.visitor();
    const { stage, person } = await signIn(visitor, phone);
    assert.deepEqual([stage, person.id], ['complete', ana.id]);
    await visitor.portal.cases.list();
    const { passkeys } = await visitor.portal.factors.list();
    assert.equal(passkeys[0]!.name, 'My phone');
    assert.equal(passkeys[0]!.lastUsedAt, portal.clock().toISOString());
  });

  it('F8: goes with the access of its person, and with it the codes; an app stays', async () => {
    const { portal, ana, browser, phone } = await begin();
    await add(browser, phone);
    const bo = await portal.firm.addClient('Bo Lind');
    await setUpApp(portal, bo);
    const { access, invitations } = portal.firm.admin.firm;
    for (const { id } of [ana, bo]) {
      await access.disable({ id });
      await access.enable({ id });
    }
    // Also once there is access again by the link: what was in somebody's hands before opens nothing.
    const back = await acceptInvitation(portal, ana, 'seven brown otters in a row');
    assert.deepEqual(await back.portal.factors.list(), {
      totpSince: null,
      passkeys: [],
      recoveryCodes: 0,
      required: false,
    });
    await assert.rejects(signIn(portal.firm.visitor(), phone), failsWith('auth.failed'));
    assert.equal((await access.get({ id: ana.id })).secondFactor, false);
    assert.equal((await access.get({ id: bo.id })).secondFactor, true);
    await invitations.create({ id: bo.id });
    const token = await mailedToken(portal, bo.email);
    const session = await portal.firm.visitor().portal.invitations.accept({ token, password });
    assert.deepEqual([session.stage, session.factors], ['second-factor', ['totp', 'recovery-code']]);
  });

  it('is taken whatever the browser says of the ways to reach it', async () => {
    const { browser, phone } = await begin();
    const { options } = await browser.portal.factors.startPasskey();
    const created = phone.create(options);
    const response = { ...created, response: { ...created.response, transports: 'internal' } };
    const { session } = await browser.portal.factors.addPasskey({ name: 'My phone', response });
    assert.equal(session.stage, 'complete');
  });

  it('finishes what a password has begun', async () => {
    const { portal, ana, browser, phone } = await begin();
    await add(browser, phone);
    const visitor = portal.firm.visitor();
    const { stage } = await visitor.portal.session.create({ email: ana.email, password });
    assert.equal(stage, 'second-factor');
    const { options } = await visitor.portal.session.passkeyOptions();
    const response = phone.get(options);
    assert.deepEqual(
      (options['allowCredentials'] as { id: string }[]).map(({ id }) => id),
      [response.id],
    );
    assert.equal((await visitor.portal.session.confirmPasskey({ response })).stage, 'complete');
    await visitor.portal.cases.list();
  });

  it('signs a challenge once, and only in the session that asked for it', async () => {
    const { portal, browser, phone, ana } = await begin();
    await add(browser, phone);
    const [here, there] = [portal.firm.visitor(), portal.firm.visitor()];
    for (const one of [here, there]) await one.portal.session.create({ email: ana.email, password });
    const { options } = await here.portal.session.passkeyOptions();
    const elsewhere = there.portal.session.confirmPasskey({ response: phone.get(options) });
    await assert.rejects(elsewhere, failsWith('code.wrong'));
    // It was not used up by that, being another's.
    await here.portal.session.confirmPasskey({ response: phone.get(options) });
    const again = here.portal.session.confirmPasskey({ response: phone.get(options) });
    await assert.rejects(again, failsWith('code.wrong'));
  });

  it('signs a challenge for what it was asked for', async () => {
    const { portal, browser, phone } = await begin();
    await add(browser, phone);
    const visitor = portal.firm.visitor();
    const { options } = await browser.portal.session.passkeyOptions();
    const mixed = visitor.portal.session.passkeySignIn({ response: phone.get(options) });
    await assert.rejects(mixed, failsWith('auth.failed'));
    const own = (await browser.portal.factors.startPasskey()).options;
    const confirm = browser.portal.session.confirmPasskey({ response: phone.get(own) });
    await assert.rejects(confirm, failsWith('code.wrong'));
  });

  it('has five minutes for it, and one try', async () => {
    const { portal, browser, phone, origin } = await begin();
    await add(browser, phone);
    const { session } = portal.firm.visitor().portal;
    const { options: late } = await session.passkeySignInOptions();
    portal.clock.pass(300);
    await assert.rejects(session.passkeySignIn({ response: phone.get(late) }), failsWith('auth.failed'));
    const { options } = await session.passkeySignInOptions();
    const unseen = new TestAuthenticator({ origin, verifiesUser: false });
    const wrong = { ...phone.get(options), response: { ...unseen.get(options).response } };
    await assert.rejects(session.passkeySignIn({ response: wrong }), failsWith('auth.failed'));
    await assert.rejects(session.passkeySignIn({ response: phone.get(options) }), failsWith('auth.failed'));
    await signIn(portal.firm.visitor(), phone);
  });

  it('is refused when it belongs to another page, was made for another portal, or did not ask for its owner', async () => {
    const { portal, browser, origin } = await begin();
    const strange: AuthenticatorOptions[] = [
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', rpId: new URL(origin).hostname },
      { origin, rpId: 'evil.example' },
      { origin, verifiesUser: false },
    ];
    for (const options of strange)
      await assert.rejects(add(browser, new TestAuthenticator(options)), failsWith('code.wrong'));
    assert.deepEqual((await browser.portal.factors.list()).passkeys, []);
    // The control.
    await add(browser, new TestAuthenticator({ origin }));
    void portal;
  });

  it('works on the other pages that may call', async () => {
    const other = 'https://cases.harborview.example';
    const { portal, browser } = await begin({ allowedOrigins: { harborview: [other] } });
    const phone = new TestAuthenticator({ origin: other, rpId: 'www.harborview.example' });
    await add(browser, phone);
    await signIn(portal.firm.visitor(), phone);
  });

  it('is refused when it counts no further than it has: something else has its key', async () => {
    const { portal, browser, phone } = await begin();
    await add(browser, phone);
    await signIn(portal.firm.visitor(), phone);
    phone.count = 0;
    await assert.rejects(signIn(portal.firm.visitor(), phone), failsWith('auth.failed'));
    await signIn(portal.firm.visitor(), phone);
  });

  it('need not count', async () => {
    const { portal, browser, origin } = await begin();
    const phone = new TestAuthenticator({ origin, counts: false });
    await add(browser, phone);
    for (let count = 0; count < 2; count++) await signIn(portal.firm.visitor(), phone);
  });

  it('opens nobody else’s door', async () => {
    const { portal, browser, phone } = await begin();
    const bo = await portal.firm.addClient('Bo Lind');
    const key = new TestAuthenticator({ origin: portal.firm.origin });
    await add(browser, phone);
    await add(bo, key);
    const { options } = await browser.portal.session.passkeyOptions();
    const wrong = browser.portal.session.confirmPasskey({ response: key.get(options) });
    await assert.rejects(wrong, failsWith('code.wrong'));
    const { session } = portal.firm.visitor().portal;
    const asked = (await session.passkeySignInOptions()).options;
    const answer = phone.get(asked);
    const userHandle = key.get(asked).response.userHandle;
    const forged = { ...answer, response: { ...answer.response, userHandle } };
    await assert.rejects(session.passkeySignIn({ response: forged }), failsWith('auth.failed'));
    const other = await portal.addFirm('seaside');
    await assert.rejects(signIn(other.visitor(), phone), failsWith('auth.failed'));
  });

  it('says no to whatever is no answer of an authenticator', async () => {
    const { portal, browser, phone } = await begin();
    await add(browser, phone);
    const { session } = portal.firm.visitor().portal;
    const { options } = await session.passkeySignInOptions();
    const good = phone.get(options);
    const rubbish = [
      {},
      { response: null },
      { response: { clientDataJSON: 7 } },
      { response: { clientDataJSON: '' } },
      { response: { clientDataJSON: Buffer.from('null').toString('base64url') } },
      { response: { clientDataJSON: Buffer.from('{"challenge":{}}').toString('base64url') } },
    ];
    for (const inside of rubbish)
      await assert.rejects(
        session.passkeySignIn({ response: { id: good.id, type: 'public-key', ...inside } }),
        failsWith('auth.failed'),
      );
    for (const field of ['authenticatorData', 'signature'] as const) {
      for (const value of ['', 'AA', '!', 7, null, {}]) {
        const { options: fresh } = await session.passkeySignInOptions();
        const answer = phone.get(fresh);
        const response = { ...answer, response: { ...answer.response, [field]: value } };
        await assert.rejects(session.passkeySignIn({ response }), failsWith('auth.failed'));
      }
    }
    await session.passkeySignIn({ response: phone.get((await session.passkeySignInOptions()).options) });
  });

  it('is gone when it is removed', async () => {
    const { portal, browser, phone } = await begin();
    await add(browser, phone);
    const { passkeys } = await browser.portal.factors.list();
    const bo = await portal.firm.addClient();
    await assert.rejects(bo.portal.factors.removePasskey({ id: passkeys[0]!.id }), failsWith('not-found'));
    const left = await browser.portal.factors.removePasskey({ id: passkeys[0]!.id });
    assert.deepEqual(left, { totpSince: null, passkeys: [], recoveryCodes: 0, required: false });
    await assert.rejects(signIn(portal.firm.visitor(), phone), failsWith('auth.failed'));
  });

  it('lets nobody in whose access is shut', async () => {
    const { portal, ana, browser, phone } = await begin();
    await add(browser, phone);
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', ana.id).execute(),
    );
    await assert.rejects(signIn(portal.firm.visitor(), phone), failsWith('auth.failed'));
  });
});
