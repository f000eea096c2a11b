import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMember, mailedToken } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const old = 'four green herons by the lake';
const password = 'seven brown otters in a row';

const withAna = (portal: TestPortal) => addMember(portal, 'Ana@people.example', old);

const signIn = (portal: TestPortal, email: string, word: string) =>
  portal.firm.visitor().portal.session.create({ email, password: word });

forEachDatabase((_, database) => {
  it('F74: changes the password with the current one: every other browser is out, this one has a new token', async () => {
    const portal = await createTestPortal({ database });
    const { email, browser } = await withAna(portal);
    const other = portal.firm.visitor();
    await other.portal.session.create({ email, password: old });
    await portal.firm.visitor().portal.password.forgot({ email });
    const reset = await mailedToken(portal, email, 'reset');
    const { cookie: before } = browser;
    const session = await browser.portal.password.change({ current: old, password });
    assert.equal(session.stage, 'complete');
    assert.deepEqual(await browser.portal.session.get(), session);
    assert.notEqual(browser.cookie, before);
    await assert.rejects(other.portal.session.get(), failsWith('auth.expired'));
    browser.cookie = before;
    await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
    await assert.rejects(other.portal.password.look({ token: reset }), failsWith('link.ended'));
    await signIn(portal, email, password);
    await assert.rejects(signIn(portal, email, old), failsWith('auth.failed'));
    await portal.server.settle();
    const notice = portal.mails.at(-1)!;
    assert.equal(notice.to, email);
    assert.match(notice.subject, /your password was changed$/);
  });

  it('F74: refuses who does not know the current password, and counts the guesses with those at the door', async () => {
    const portal = await createTestPortal({ database });
    const { email, browser } = await withAna(portal);
    const { change } = browser.portal.password;
    // Choosing a weak one is no guess.
    for (let count = 0; count < 12; count++)
      await assert.rejects(change({ current: old, password: 'short' }), failsWith('password.weak'));
    for (let guess = 0; guess < 10; guess++) {
      const wrong = guess % 2 ? change({ current: `${guess}`, password }) : signIn(portal, email, `${guess}`);
      await assert.rejects(wrong, failsWith('auth.failed'));
    }
    await assert.rejects(change({ current: old, password }), failsWith('rate.limited'));
    portal.clock.pass(16 * 60);
    await signIn(portal, email, old);
    await change({ current: old, password });
  });

  it('F74: of two changes at once one counts', async () => {
    const portal = await createTestPortal({ database });
    const { email, browser } = await withAna(portal);
    const words = Array.from({ length: 4 }, (_, index) => `${password} ${index}`);
    const results = await Promise.allSettled(
      words.map((word) => browser.portal.password.change({ current: old, password: word })),
    );
    const done = results.map(({ status }) => status === 'fulfilled');
    assert.equal(done.filter(Boolean).length, 1);
    await signIn(portal, email, words[done.indexOf(true)]!);
  });
});
