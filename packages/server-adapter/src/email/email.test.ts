import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMember, mailedToken, mailedTokens } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';
const newEmail = 'Ana.Reyes@people.example';

const withAna = (portal: TestPortal) => addMember(portal, 'ana@people.example', password);

/** Asks for another address, and takes the tokens out of the two mails. */
async function ask(
  portal: TestPortal,
  { browser, email }: Awaited<ReturnType<typeof withAna>>,
  to = newEmail,
) {
  await browser.portal.email.change({ email: to });
  return {
    before: await mailedToken(portal, email, 'email'),
    after: await mailedToken(portal, to, 'email'),
  };
}

const journalOf = async (portal: TestPortal, verb: string) =>
  (await portal.database.kysely.selectFrom('journal').where('verb', '=', verb).selectAll().execute()).map(
    ({ data }) => data,
  );

forEachDatabase((_, database) => {
  it('F73: changes the address when both mailboxes have said yes, in either order, each with the password', async () => {
    const portal = await createTestPortal({ database });
    for (const order of [['before', 'after'] as const, ['after', 'before'] as const]) {
      const ana = await addMember(portal, `ana.${order[0]}@people.example`, password);
      const { email, browser } = ana;
      const to = `reyes.${order[0]}@people.example`;
      const tokens = await ask(portal, ana, to);
      const visitor = portal.firm.visitor().portal.email;
      assert.deepEqual(await visitor.confirm({ token: tokens[order[0]], password }), { changed: false });
      assert.equal((await browser.portal.session.get()).person.email, email);
      const { change } = await browser.portal.email.get();
      assert.deepEqual(
        [change?.newEmail, change?.oldConfirmed, change?.newConfirmed],
        [to, order[0] === 'before', order[0] === 'after'],
      );
      assert.deepEqual(await visitor.confirm({ token: tokens[order[1]], password }), { changed: true });
      assert.equal((await browser.portal.session.get()).person.email, to);
      assert.deepEqual(await browser.portal.email.get(), { change: null });
      await portal.firm.visitor().portal.session.create({ email: to.toUpperCase(), password });
      const old = portal.firm.visitor().portal.session.create({ email, password });
      await assert.rejects(old, failsWith('auth.failed'));
      await portal.server.settle();
      for (const mailbox of [email, to]) {
        const notice = portal.mails.findLast((mail) => mail.to === mailbox)!;
        assert.match(notice.subject, /your e-mail address (was changed|now)$/);
      }
    }
  });

  it('F73: tells each mailbox what it is asked, and the new one nothing about whose account it is', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const { before, after } = await ask(portal, ana);
    const visitor = portal.firm.visitor().portal.email;
    const facts = { firmName: 'Harborview Law', newEmail, locale: 'en' };
    const { expiresAt, ...old } = await visitor.look({ token: before });
    assert.deepEqual(old, { ...facts, side: 'old' });
    assert.deepEqual(await visitor.look({ token: after }), { ...facts, side: 'new', expiresAt });
    const { subject, text, html } = portal.mails.findLast(({ to }) => to === newEmail)!;
    assert.doesNotMatch(subject + text + html, /Ana Silva|ana@people/);
  });

  it('F73: keeps the address without the password, and counts the guesses with those at the door', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const { before } = await ask(portal, ana);
    const visitor = portal.firm.visitor('198.51.100.7').portal;
    for (let guess = 0; guess < 10; guess++) {
      const wrong =
        guess % 2
          ? visitor.email.confirm({ token: before, password: `wrong ${guess}` })
          : visitor.session.create({ email: ana.email, password: `wrong ${guess}` });
      await assert.rejects(wrong, failsWith('auth.failed'));
    }
    await assert.rejects(visitor.email.confirm({ token: before, password }), failsWith('rate.limited'));
    await portal.firm.visitor().portal.email.confirm({ token: before, password });
  });

  it('F73: does not silently change who is invited: what was sent to the old address ends', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const tokens = await ask(portal, ana);
    await portal.firm.admin.firm.invitations.create({ id: ana.id });
    const invitation = await mailedToken(portal, ana.email);
    await portal.firm.visitor().portal.password.forgot({ email: ana.email });
    const reset = await mailedToken(portal, ana.email, 'reset');
    const visitor = portal.firm.visitor().portal;
    await visitor.invitations.look({ token: invitation });
    for (const token of [tokens.before, tokens.after]) await visitor.email.confirm({ token, password });
    await assert.rejects(visitor.invitations.look({ token: invitation }), failsWith('invitation.ended'));
    await assert.rejects(visitor.password.look({ token: reset }), failsWith('link.ended'));
    const { items } = await portal.firm.admin.firm.people.list({ kind: 'client' });
    assert.deepEqual(
      items.map(({ id, email, access }) => [id, email, access]),
      [[ana.id, newEmail, 'active']],
    );
    // Neither is the new mailbox invited by what the old one holds.
    const mails = portal.mails.length;
    await visitor.invitations.renew({ token: invitation });
    await portal.server.settle();
    assert.deepEqual(
      portal.mails.slice(mails).filter(({ text }) => /#/.test(text)),
      [],
    );
  });

  it('writes down that it happened, and no address', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const tokens = await ask(portal, ana);
    for (const token of [tokens.before, tokens.after])
      await portal.firm.visitor().portal.email.confirm({ token, password });
    assert.equal((await journalOf(portal, 'email.changed')).length, 1);
    const journal = JSON.stringify(await portal.database.kysely.selectFrom('journal').selectAll().execute());
    assert.doesNotMatch(journal, /@|people\.example/);
  });

  it('tells who asks nothing of whose address it is, and its owner nothing of who asks', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const bo = await portal.firm.addClient('Bo Lind');
    const { change } = await ana.browser.portal.email.change({ email: bo.email });
    const mine = { newEmail: bo.email, oldConfirmed: false, newConfirmed: false };
    assert.deepEqual(change, { ...mine, expiresAt: change.expiresAt });
    const before = await mailedToken(portal, ana.email, 'email');
    assert.deepEqual(await mailedTokens(portal, bo.email, 'email'), []);
    const answer = await portal.firm.visitor().portal.email.confirm({ token: before, password });
    assert.deepEqual(answer, { changed: false });
    const { change: waiting } = await ana.browser.portal.email.get();
    assert.deepEqual(waiting, { ...mine, oldConfirmed: true, expiresAt: change.expiresAt });
    assert.equal((await ana.browser.portal.session.get()).person.email, ana.email);
    assert.ok(!portal.mails.some(({ to }) => to === bo.email));
  });

  it('never completes when somebody else has got the address meanwhile', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const { people } = portal.firm.admin.firm;
    const early = await ask(portal, ana);
    await people.create({ name: 'Bo Lind', email: newEmail });
    const visitor = portal.firm.visitor().portal.email;
    await assert.rejects(visitor.confirm({ token: early.after, password }), failsWith('link.ended'));
    assert.deepEqual(await visitor.confirm({ token: early.before, password }), { changed: false });

    const late = await ask(portal, ana, 'late@people.example');
    await visitor.confirm({ token: late.after, password });
    await people.create({ name: 'Cy Berg', email: 'LATE@people.example' });
    assert.deepEqual(await visitor.confirm({ token: late.before, password }), { changed: false });
    assert.equal((await ana.browser.portal.session.get()).person.email, ana.email);
  });

  it('ends after a day, with a newer one, and when it is taken back', async () => {
    const portal = await createTestPortal({ database });
    const ana = await withAna(portal);
    const visitor = portal.firm.visitor().portal.email;
    const first = await ask(portal, ana);
    await visitor.confirm({ token: first.before, password });
    const second = await ask(portal, ana, 'second@people.example');
    for (const token of [first.before, first.after])
      await assert.rejects(visitor.look({ token }), failsWith('link.ended'));
    // The yes of before was about another address.
    assert.deepEqual(await visitor.confirm({ token: second.after, password }), { changed: false });

    await ana.browser.portal.email.cancel();
    assert.deepEqual(await ana.browser.portal.email.get(), { change: null });
    await assert.rejects(visitor.confirm({ token: second.before, password }), failsWith('link.ended'));
    await ana.browser.portal.email.cancel();
    assert.equal((await journalOf(portal, 'email.change.cancelled')).length, 1);

    const third = await ask(portal, ana);
    portal.clock.pass(24 * 3600 - 1);
    await visitor.look({ token: third.before });
    portal.clock.pass(1);
    for (const token of [third.before, third.after])
      await assert.rejects(visitor.look({ token }), failsWith('link.ended'));
    const again = await portal.firm.signIn(ana);
    assert.deepEqual(await again.portal.email.get(), { change: null });
  });

  it('asks for a fresh proof, for an address that is another one, and not too often', async () => {
    const portal = await createTestPortal({ database });
    const { browser, ...ana } = await withAna(portal);
    const same = browser.portal.email.change({ email: ana.email.toUpperCase() });
    await assert.rejects(same, failsWith('request.invalid'));
    for (let count = 0; count < 3; count++)
      await browser.portal.email.change({ email: `stranger.${count}@people.example` });
    const fourth = browser.portal.email.change({ email: newEmail });
    await assert.rejects(fourth, failsWith('rate.limited'));
    portal.clock.pass(11 * 60);
    await assert.rejects(browser.portal.email.change({ email: newEmail }), failsWith('auth.step-up'));
  });

  it('is the firm’s to change where the firm has locked it, for clients only', async () => {
    const portal = await createTestPortal({ database });
    const firm = await portal.addFirm('seaside', { settings: { lockedFields: ['email'] } });
    const ana = await firm.addClient('Ana Silva');
    await assert.rejects(ana.portal.email.change({ email: newEmail }), failsWith('forbidden'));
    await firm.admin.portal.email.change({ email: 'helen.ward@people.example' });
  });

  it('G9: each mailbox says yes once, and two at the same moment make one change', async () => {
    const portal = await createTestPortal({ database });
    for (let round = 0; round < 4; round++) {
      const ana = await addMember(portal, `ana.${round}@people.example`, password);
      const { before, after } = await ask(portal, ana, `reyes.${round}@people.example`);
      const results = await Promise.allSettled(
        [before, after, before, after].map((token) =>
          portal.firm.visitor(`198.51.100.${round}`).portal.email.confirm({ token, password }),
        ),
      );
      const answers = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value.changed] : [],
      );
      assert.deepEqual([answers.length, answers.filter(Boolean).length], [2, 1]);
    }
    assert.equal((await journalOf(portal, 'email.changed')).length, 4);
  });
});
