import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashToken } from '../access/tokens.ts';
import { addMember, mailedToken, mailedTokens } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { call } from '../testing/matrix/call.ts';
import { withApp } from '../testing/with-app.ts';
import { password as endpoints } from '@casefront/core/contract/password';

const old = 'four green herons by the lake';
const password = 'seven brown otters in a row';

const withAna = (portal: TestPortal) => addMember(portal, 'Ana@people.example', old);

async function forgotten(portal: TestPortal, email: string): Promise<string> {
  await portal.firm.visitor().portal.password.forgot({ email });
  return mailedToken(portal, email, 'reset');
}

const signIn = (portal: TestPortal, email: string, word: string) =>
  portal.firm.visitor().portal.session.create({ email, password: word });

forEachDatabase((_, database) => {
  it('F4: mails who forgot it a link, with which they set a new password and are in', async () => {
    const portal = await createTestPortal({ database });
    const { id, email } = await withAna(portal);
    const visitor = portal.firm.visitor();
    await visitor.portal.password.forgot({ email: ` ${email.toUpperCase()} ` });
    const token = await mailedToken(portal, email, 'reset');
    const mail = portal.mails.at(-1)!;
    assert.ok(mail.text.includes(`https://www.harborview.example/portal#reset=${token}`));
    assert.match(mail.subject, /choose a new password$/);

    const look = await visitor.portal.password.look({ token });
    assert.deepEqual([look.personName, look.email, look.locale], ['Ana Silva', email, 'en']);
    const session = await visitor.portal.password.reset({ token, password });
    assert.equal(session.person.id, id);
    assert.deepEqual((await visitor.portal.session.get()).person, session.person);
    await signIn(portal, email, password);
    await assert.rejects(signIn(portal, email, old), failsWith('auth.failed'));
  });

  it('F4: a reset ends every session, every other link, and says so by mail', async () => {
    const portal = await createTestPortal({ database });
    const { id, email, browser } = await withAna(portal);
    await portal.firm.admin.firm.invitations.create({ id });
    const invitation = await mailedToken(portal, email);
    const token = await forgotten(portal, email);
    await browser.portal.session.get();
    const visitor = portal.firm.visitor();
    await visitor.portal.password.reset({ token, password });
    await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
    const { invitations } = visitor.portal;
    await assert.rejects(invitations.look({ token: invitation }), failsWith('invitation.ended'));
    await portal.server.settle();
    const notice = portal.mails.at(-1)!;
    assert.equal(notice.to, email);
    assert.match(notice.subject, /your password was changed$/);
    assert.doesNotMatch(notice.text, /#reset|#invitation/);
  });

  it('F4: tells of a new password whatever somebody wants to be told about, and not of the first', async () => {
    const portal = await createTestPortal({ database });
    const { email, browser } = await withAna(portal);
    assert.ok(!portal.mails.some(({ subject }) => /was changed/.test(subject)));
    const { notices } = await browser.portal.profile.get();
    await browser.portal.profile.update({
      notices: notices.map((notice) => ({ ...notice, on: false })) as [],
    });
    const token = await forgotten(portal, email);
    await portal.firm.visitor().portal.password.reset({ token, password });
    await portal.server.settle();
    assert.equal(portal.mails.filter(({ subject }) => /was changed/.test(subject)).length, 1);
  });

  it('G14, F4: a reset is no way around a second factor, and takes none away', async () => {
    const { portal, ana, app } = await withApp(database, old);
    const token = await forgotten(portal, ana.email);
    const visitor = portal.firm.visitor();
    const session = await visitor.portal.password.reset({ token, password });
    assert.deepEqual([session.stage, session.factors], ['second-factor', ['totp', 'recovery-code']]);
    await assert.rejects(visitor.portal.dashboard.get(), failsWith('auth.incomplete'));
    const before = visitor.cookie;
    await visitor.portal.session.confirmCode({ code: app.code() });
    await visitor.portal.dashboard.get();
    assert.notEqual(visitor.cookie, before);
  });

  it('is good for thirty minutes, stored as a hash, and dies when a newer one is sent', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const { portal: visitor } = portal.firm.visitor();
    const first = await forgotten(portal, email);
    const second = await forgotten(portal, email);
    assert.notEqual(first, second);
    const rows = await dump(portal.database);
    assert.ok(!rows.includes(second) && rows.includes(hashToken(second)));
    await assert.rejects(visitor.password.look({ token: first }), failsWith('link.ended'));
    portal.clock.pass(1799);
    await visitor.password.look({ token: second });
    portal.clock.pass(1);
    await assert.rejects(visitor.password.look({ token: second }), failsWith('link.ended'));
    await assert.rejects(visitor.password.reset({ token: second, password }), failsWith('link.ended'));
    await signIn(portal, email, old);
  });

  it('refuses a password that anybody would try, and stays good', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const token = await forgotten(portal, email);
    const { portal: visitor } = portal.firm.visitor();
    await assert.rejects(visitor.password.reset({ token, password: 'AnaSilva AnaSilva' }), (error: any) => {
      assert.deepEqual([error.code, error.issues[0].path], ['password.weak', ['password']]);
      return true;
    });
    await visitor.password.reset({ token, password });
  });

  it('G16: says nothing about who is a client here: the same bytes, the same writes, for whomever', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const { id, email: shut } = await portal.firm.addClient('Bo Lind');
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', id).execute(),
    );
    const ask = async (address: string) => {
      const before = await counts(portal);
      const { bytes } = await call(portal.firm.visitor(), endpoints.forgot, { email: address });
      const after = await counts(portal);
      return { bytes, written: after.map((count, table) => count - before[table]!) };
    };
    const known = await ask(email);
    assert.deepEqual(await ask('nobody@people.example'), known);
    assert.deepEqual(await ask(shut), known);
    const mails = portal.mails.length;
    await portal.server.settle();
    assert.deepEqual(
      portal.mails.slice(mails).map(({ to }) => to),
      [email],
    );
    // Answered is forgotten: no address of a stranger stays.
    assert.ok(!(await dump(portal.database)).includes('nobody@people.example'));
  });

  it('sends no more than three mails an hour and ten a day, and answers the same', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const ask = async (times: number) => {
      for (let asked = 0; asked < times; asked++) {
        await portal.firm.visitor(`192.0.2.${asked}`).portal.password.forgot({ email });
        await portal.server.settle();
      }
      return (await mailedTokens(portal, email, 'reset')).length;
    };
    // The invitation was the first of the three.
    assert.equal(await ask(5), 2);
    for (const total of [5, 8, 9, 9]) {
      portal.clock.pass(3600);
      assert.equal(await ask(4), total);
    }
    portal.clock.pass(24 * 3600);
    assert.equal(await ask(1), 10);
  });

  it('limits how often strangers may ask from one place', async () => {
    const portal = await createTestPortal({ database });
    const { email } = await withAna(portal);
    const { password } = portal.firm.visitor().portal;
    for (let asked = 0; asked < 30; asked++)
      await password.forgot({ email: `nobody.${asked}@people.example` });
    await assert.rejects(password.forgot({ email }), failsWith('rate.limited'));
    await portal.firm.visitor('198.51.100.7').portal.password.forgot({ email });
  });

  it('sends somebody who is still invited their invitation again, from who had sent it', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff('Daniel Okafor');
    const bo = await daniel.firm.people.create({ name: 'Bo Lind', email: 'bo@people.example' });
    await daniel.firm.invitations.create({ id: bo.id });
    const first = await mailedToken(portal, bo.email);
    const { portal: visitor } = portal.firm.visitor();
    await visitor.password.forgot({ email: bo.email });
    const token = await mailedToken(portal, bo.email);
    assert.notEqual(token, first);
    assert.equal((await visitor.invitations.look({ token })).invitedBy, 'Daniel Okafor');
    assert.deepEqual(await mailedTokens(portal, bo.email, 'reset'), []);
  });
});

/** Rows by table, without those that only count. */
async function counts({ database }: TestPortal): Promise<number[]> {
  const tables = ['links', 'link_requests', 'journal', 'mails', 'sessions'] as const;
  return Promise.all(
    tables.map(async (table) => (await database.kysely.selectFrom(table).select('firm_id').execute()).length),
  );
}
