import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashToken } from '../access/tokens.ts';
import { acceptInvitation, mailedToken } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';

async function invited(portal: TestPortal, name = 'Ana Silva') {
  const { firm } = portal.firm.admin;
  const person = await firm.people.create({ name, email: `${name.replace(/\W/g, '')}@people.example` });
  const invitation = await firm.invitations.create({ id: person.id });
  return { ...person, invitation, token: await mailedToken(portal, person.email) };
}

forEachDatabase((_, database) => {
  it('F1: mails a link with the token in the fragment, to the configured address of the portal', async () => {
    const portal = await createTestPortal({ database });
    const ana = await invited(portal);
    const mail = portal.mails.find(({ to }) => to === ana.email);
    assert.ok(mail?.text.includes(`https://www.harborview.example/portal#invitation=${ana.token}`));
    assert.equal((await portal.firm.admin.firm.people.get({ id: ana.id })).access, 'invited');
  });

  it('stores no token, only what it hashes to', async () => {
    const portal = await createTestPortal({ database });
    const { token } = await invited(portal);
    const rows = await dump(portal.database);
    assert.ok(!rows.includes(token));
    assert.ok(rows.includes(hashToken(token)));
  });

  it('says what it is for as often as it is asked, and is not used up by that', async () => {
    const portal = await createTestPortal({ database });
    const { token, email } = await invited(portal);
    const visitor = portal.firm.visitor();
    for (let look = 0; look < 3; look++) {
      const found = await visitor.portal.invitations.look({ token });
      assert.equal(found.firmName, 'Harborview Law');
      assert.equal(found.personName, 'Ana Silva');
      assert.equal(found.email, email);
      assert.equal(found.invitedBy, 'Helen Ward');
      assert.equal(found.passwordMinimum, 15);
    }
    await visitor.portal.invitations.accept({ token, password });
  });

  it('F2: lets the person set their own password, opens the access and signs in', async () => {
    const portal = await createTestPortal({ database });
    const { id, email, token } = await invited(portal);
    const browser = portal.firm.visitor();
    const session = await browser.portal.invitations.accept({ token, password });
    assert.equal(session.person.id, id);
    assert.deepEqual(await browser.portal.session.get(), session);
    assert.equal((await portal.firm.admin.firm.people.get({ id })).access, 'active');
    await portal.firm.visitor().portal.session.create({ email, password });
  });

  it('F3: is for the firm’s own address, where the same e-mail address may be somebody else’s', async () => {
    const portal = await createTestPortal({ database });
    const seaside = await portal.addFirm('seaside');
    const email = 'ana@people.example';
    const words = [password, 'seven brown otters in a row'] as const;
    const ids = [];
    for (const [index, { admin, visitor }] of [portal.firm, seaside].entries()) {
      const { id } = await admin.firm.people.create({ name: 'Ana Silva', email });
      await admin.firm.invitations.create({ id });
      const token = await mailedToken(portal, email);
      const { text } = portal.mails.findLast(({ to }) => to === email)!;
      assert.ok(text.includes(`https://www.${['harborview', 'seaside'][index]}.example/portal#`));
      await visitor().portal.invitations.accept({ token, password: words[index]! });
      ids.push(id);
    }
    const signIn = async ({ visitor }: typeof seaside, word: string) =>
      (await visitor().portal.session.create({ email, password: word })).person.id;
    assert.deepEqual([await signIn(portal.firm, words[0]), await signIn(seaside, words[1])], ids);
    await assert.rejects(signIn(portal.firm, words[1]), failsWith('auth.failed'));
    await assert.rejects(signIn(seaside, words[0]), failsWith('auth.failed'));
  });

  it('works once', async () => {
    const portal = await createTestPortal({ database });
    const { token } = await invited(portal);
    const visitor = portal.firm.visitor();
    await visitor.portal.invitations.accept({ token, password });
    const again = portal.firm.visitor().portal.invitations;
    await assert.rejects(again.look({ token }), failsWith('invitation.ended'));
    await assert.rejects(again.accept({ token, password }), failsWith('invitation.ended'));
  });

  it('G9: works once for two who use it at the same moment', async () => {
    const portal = await createTestPortal({ database });
    for (let round = 0; round < 5; round++) {
      const { token } = await invited(portal, `Ana ${round}`);
      const tries = Array.from({ length: 4 }, () =>
        portal.firm.visitor().portal.invitations.accept({ token, password }),
      );
      const results = await Promise.allSettled(tries);
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    }
  });

  it('ends after seven days', async () => {
    const portal = await createTestPortal({ database });
    const { token } = await invited(portal);
    const { portal: visitor } = portal.firm.visitor();
    portal.clock.pass(7 * 86_400 - 1);
    await visitor.invitations.look({ token });
    portal.clock.pass(1);
    await assert.rejects(visitor.invitations.look({ token }), failsWith('invitation.ended'));
    await assert.rejects(visitor.invitations.accept({ token, password }), failsWith('invitation.ended'));
  });

  it('dies when a newer one is sent, and leaves one that works', async () => {
    const portal = await createTestPortal({ database });
    const { id, email, token } = await invited(portal);
    await portal.firm.admin.firm.invitations.create({ id });
    const newer = await mailedToken(portal, email);
    assert.notEqual(newer, token);
    const { portal: visitor } = portal.firm.visitor();
    await assert.rejects(visitor.invitations.accept({ token, password }), failsWith('invitation.ended'));
    await visitor.invitations.accept({ token: newer, password });
  });

  it('leaves one that works when two are sent at the same moment', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal.firm.admin;
    const { id } = await firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
    await Promise.all(Array.from({ length: 5 }, () => firm.invitations.create({ id })));
    const open = await portal.database.kysely
      .selectFrom('links')
      .where('person_id', '=', id)
      .where('revoked_at', 'is', null)
      .selectAll()
      .execute();
    assert.equal(open.length, 1);
  });

  it('dies when the address is another one now', async () => {
    const portal = await createTestPortal({ database });
    const { id, token } = await invited(portal);
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ email_norm: 'other@people.example' }).where('id', '=', id).execute(),
    );
    const { portal: visitor } = portal.firm.visitor();
    await assert.rejects(visitor.invitations.accept({ token, password }), failsWith('invitation.ended'));
  });

  it('is the way back in for who has forgotten the password: the old one and its sessions end', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const { id, email } = ana;
    const before = await acceptInvitation(portal, ana, password);
    await portal.firm.admin.firm.invitations.create({ id });
    await before.portal.session.get();
    await portal.firm.visitor().portal.session.create({ email, password });
    const token = await mailedToken(portal, email);
    await portal.firm.visitor().portal.invitations.accept({ token, password: 'seven brown otters in a row' });
    await assert.rejects(before.portal.session.get(), failsWith('auth.expired'));
    const old = portal.firm.visitor().portal.session.create({ email, password });
    await assert.rejects(old, failsWith('auth.failed'));
  });

  it('refuses a password that anybody would try, says where, and stays good', async () => {
    const portal = await createTestPortal({ database });
    const { token } = await invited(portal);
    const { portal: visitor } = portal.firm.visitor();
    for (const [weak, code] of [
      ['short', 'too_short'],
      ['AnaSilva AnaSilva', 'too_common'],
      ['Harborview2026!!', 'too_common'],
    ] as const) {
      await assert.rejects(visitor.invitations.accept({ token, password: weak }), (error: any) => {
        assert.equal(error.code, 'password.weak');
        assert.deepEqual([error.issues[0].path, error.issues[0].code], [['password'], code]);
        return true;
      });
    }
    await visitor.invitations.accept({ token, password });
  });

  it('is worth nothing at another firm', async () => {
    const portal = await createTestPortal({ database });
    const other = await portal.addFirm('seaside');
    const { token } = await invited(portal);
    const { portal: visitor } = other.visitor();
    await assert.rejects(visitor.invitations.look({ token }), failsWith('invitation.ended'));
    await assert.rejects(visitor.invitations.accept({ token, password }), failsWith('invitation.ended'));
  });

  it('lets only admins invite colleagues, and anybody of the firm invite clients', async () => {
    const portal = await createTestPortal({ database });
    const attorney = await portal.firm.addStaff();
    const { firm } = portal.firm.admin;
    const colleague = await firm.people.create({
      name: 'Bo',
      email: 'bo@x.example',
      kind: 'staff',
      role: 'staff',
    });
    const client = await firm.people.create({ name: 'Cy', email: 'cy@x.example' });
    await assert.rejects(attorney.firm.invitations.create({ id: colleague.id }), failsWith('forbidden'));
    await attorney.firm.invitations.create({ id: client.id });
    await firm.invitations.create({ id: colleague.id });
  });

  it('is not for somebody whose access the firm has shut', async () => {
    const portal = await createTestPortal({ database });
    const { id, token } = await invited(portal);
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', id).execute(),
    );
    await assert.rejects(portal.firm.admin.firm.invitations.create({ id }), failsWith('conflict'));
    const { portal: visitor } = portal.firm.visitor();
    await assert.rejects(visitor.invitations.accept({ token, password }), failsWith('invitation.ended'));
  });

  it('limits how often strangers may try', async () => {
    const portal = await createTestPortal({ database });
    const { portal: visitor } = portal.firm.visitor();
    const token = 'x'.repeat(43);
    for (let count = 0; count < 100; count++) {
      await assert.rejects(visitor.invitations.look({ token }), failsWith('invitation.ended'));
    }
    await assert.rejects(visitor.invitations.look({ token }), failsWith('rate.limited'));
    await assert.rejects(visitor.invitations.accept({ token, password }), failsWith('rate.limited'));
  });
});
