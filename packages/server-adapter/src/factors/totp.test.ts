import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { setUpApp, testApp } from '../testing/app.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { withApp } from '../testing/with-app.ts';

const password = 'four green herons by the lake';

forEachDatabase((_, database) => {
  it('asks for a code at every sign-in from then on, and nothing is open without one', async () => {
    const { ana, app, halfIn } = await withApp(database, password);
    const browser = await halfIn();
    assert.equal(browser.session.stage, 'second-factor');
    assert.deepEqual(browser.session.factors, ['totp', 'recovery-code']);
    assert.deepEqual([browser.session.sections, browser.session.capabilities], [[], []]);
    await assert.rejects(browser.portal.cases.list(), failsWith('auth.incomplete'));
    const session = await browser.portal.session.confirmCode({ code: app.code() });
    assert.equal(session.stage, 'complete');
    assert.equal(session.person.id, ana.id);
    assert.deepEqual(await browser.portal.session.get(), session);
    await browser.portal.cases.list();
  });

  it('takes a code as the app shows it, and as it was or will be half a minute away', async () => {
    const { app, halfIn } = await withApp(database, password);
    const browser = await halfIn();
    for (const code of [app.code(-2), app.code(2), 'nonsense'])
      await assert.rejects(browser.portal.session.confirmCode({ code }), failsWith('code.wrong'));
    const early = app.code(-1);
    await browser.portal.session.confirmCode({ code: `${early.slice(0, 3)} ${early.slice(3)}` });
    await (await halfIn()).portal.session.confirmCode({ code: app.code(1) });
  });

  it('takes a code once, also when it is typed at the same moment, and none before it', async () => {
    const { app, halfIn } = await withApp(database, password);
    const browsers = await Promise.all([halfIn(), halfIn(), halfIn(), halfIn()]);
    const code = app.code();
    const tries = await Promise.allSettled(
      browsers.map(({ portal }) => portal.session.confirmCode({ code })),
    );
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const one of tries) if (one.status === 'rejected') failsWith('code.wrong')(one.reason);
    const late = await halfIn();
    await assert.rejects(late.portal.session.confirmCode({ code: app.code(-1) }), failsWith('code.wrong'));
    await late.portal.session.confirmCode({ code: app.code(1) });
  });

  it('counts for nothing until a code of it has come back', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const browser = await acceptInvitation(portal, ana, password);
    const { secret } = await browser.portal.factors.startTotp();
    const wrong = browser.portal.factors.confirmTotp({ code: testApp(portal, secret).code(5) });
    await assert.rejects(wrong, failsWith('code.wrong'));
    assert.equal((await browser.portal.factors.list()).totpSince, null);
    const again = await portal.firm.visitor().portal.session.create({ email: ana.email, password });
    assert.equal(again.stage, 'complete');
  });

  it('is begun again when it takes longer than ten minutes', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const { secret } = await ana.portal.factors.startTotp();
    const code = () => testApp(portal, secret).code();
    portal.clock.pass(599);
    // Too late also for the proof that it asks for.
    await assert.rejects(ana.portal.factors.confirmTotp({ code: '000000' }), failsWith('code.wrong'));
    portal.clock.pass(1);
    await assert.rejects(ana.portal.factors.confirmTotp({ code: code() }), failsWith('conflict'));
  });

  it('moves to a new phone, and the old one works until then', async () => {
    const { portal, app, browser, halfIn } = await withApp(database, password);
    const { secret } = await browser.portal.factors.startTotp();
    await (await halfIn()).portal.session.confirmCode({ code: app.code() });
    const phone = testApp(portal, secret);
    const { recoveryCodes } = await browser.portal.factors.confirmTotp({ code: phone.code() });
    assert.equal(recoveryCodes, null); // those of the beginning go on working
    portal.clock.pass(60);
    const late = await halfIn();
    await assert.rejects(late.portal.session.confirmCode({ code: app.code() }), failsWith('code.wrong'));
    await late.portal.session.confirmCode({ code: phone.code() });
  });

  it('cannot be set up, nor even looked at, by who knows no more than the password', async () => {
    const { halfIn } = await withApp(database, password);
    const { factors } = (await halfIn()).portal;
    const incomplete = failsWith('auth.incomplete');
    await assert.rejects(factors.list(), incomplete);
    await assert.rejects(factors.startTotp(), incomplete);
    await assert.rejects(factors.confirmTotp({ code: '000000' }), incomplete);
    await assert.rejects(factors.startPasskey(), incomplete);
    await assert.rejects(factors.newRecoveryCodes(), incomplete);
  });

  it('is asked for also on browsers where the password was enough before', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const other = await portal.firm.signIn(ana);
    const { app } = await setUpApp(portal, ana);
    await ana.portal.cases.list();
    await assert.rejects(other.portal.cases.list(), failsWith('auth.incomplete'));
    assert.equal((await other.portal.session.get()).stage, 'second-factor');
    await other.portal.session.confirmCode({ code: app.code() });
    await other.portal.cases.list();
  });

  it('G17: is set up by the first of two who were asked to, and then asked of the other', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff();
    const [owner, thief, latest] = await Promise.all(
      [1, 2, 3].map(() => portal.firm.signIn(daniel, { stage: 'enrol' })),
    );
    const { secret } = await thief!.portal.factors.startTotp();
    const stolen = testApp(portal, secret);
    // It was let in while the first was still to be set up, and waits for its turn.
    const late = meanwhile(
      portal,
      () => latest!.portal.factors.confirmTotp({ code: stolen.code() }),
      (tx) =>
        tx.updateTable('sessions').set({ stage: 'second-factor' }).where('stage', '=', 'enrol').execute(),
    );
    await assert.rejects(late, failsWith('auth.incomplete'));
    await portal.database.transaction((tx) =>
      tx.updateTable('sessions').set({ stage: 'enrol' }).where('stage', '=', 'second-factor').execute(),
    );
    const { app } = await setUpApp(portal, owner!);

    assert.equal((await thief!.portal.session.get()).stage, 'second-factor');
    await assert.rejects(thief!.portal.factors.startTotp(), failsWith('auth.incomplete'));
    await assert.rejects(
      thief!.portal.factors.confirmTotp({ code: stolen.code() }),
      failsWith('auth.incomplete'),
    );
    await assert.rejects(thief!.portal.factors.startPasskey(), failsWith('auth.incomplete'));
    await assert.rejects(thief!.portal.session.confirmCode({ code: stolen.code() }), failsWith('code.wrong'));
    // The owner's app is what it was.
    assert.equal((await thief!.portal.session.confirmCode({ code: app.code() })).stage, 'complete');
  });

  it('G17: is not replaced by a session that is still to set one up, wherever that comes from', async () => {
    const { portal, ana, app, halfIn } = await withApp(database, password);
    const left = await portal.firm.signIn(ana, { stage: 'enrol' });
    const { secret } = await left.portal.factors.startTotp();
    const code = testApp(portal, secret).code();
    await assert.rejects(left.portal.factors.confirmTotp({ code }), failsWith('auth.incomplete'));
    assert.equal((await (await halfIn()).portal.session.confirmCode({ code: app.code() })).stage, 'complete');
  });

  it('can be removed, and then the password is enough', async () => {
    const { browser, halfIn } = await withApp(database, password);
    const left = await browser.portal.factors.removeTotp();
    assert.deepEqual(left, { totpSince: null, passkeys: [], recoveryCodes: 0, required: false });
    assert.equal((await halfIn()).session.stage, 'complete');
    await assert.rejects(browser.portal.factors.removeTotp(), failsWith('not-found'));
  });

  it('cannot be removed by whom the firm asks for one, unless there is another', async () => {
    const portal = await createTestPortal({ database });
    const firm = await portal.addFirm('seaside', { settings: { secondFactor: 'everybody' } });
    const ana = await firm.addClient();
    await setUpApp(portal, ana);
    await assert.rejects(ana.portal.factors.removeTotp(), failsWith('conflict'));
    const { totpSince, required, recoveryCodes } = await ana.portal.factors.list();
    assert.ok(totpSince);
    assert.equal(required, true);
    assert.equal(recoveryCodes, 8);
  });

  it('tells by mail that it was set up and removed, and says nothing of it', async () => {
    const { portal, ana, browser } = await withApp(database, password);
    await browser.portal.factors.removeTotp();
    await portal.server.settle();
    const mails = portal.mails.filter(
      ({ to, subject }) => to === ana.email && !/portal is ready/.test(subject),
    );
    assert.deepEqual(mails.map(({ subject }) => subject).toSorted(), [
      'Harborview Law: a second step was removed',
      'Harborview Law: a second step was set up',
    ]);
    for (const { text } of mails) assert.doesNotMatch(text, /otpauth|secret|authenticator/i);
  });
});
