import assert from 'node:assert/strict';
import { it } from 'node:test';
import { firmContract } from '@casefront/core/contract/firm/index';
import { walk } from '@casefront/core/contract';
import { acceptInvitation, mailedToken } from '../../testing/accept.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';

const password = 'four green herons by the lake';
const another = 'seven brown otters in a row';

/** A client of Daniel's who has chosen a password and is signed in. */
async function begin(portal: TestPortal) {
  const { firm } = portal;
  const daniel = await firm.addStaff('Daniel Okafor');
  const person = await firm.admin.firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
  await firm.addCase({ team: [daniel], clients: [person] });
  const browser = await acceptInvitation(portal, person, password);
  return { daniel, ana: { ...person, browser } };
}

const signIn = (portal: TestPortal, email: string, word = password) =>
  portal.firm.visitor().portal.session.create({ email, password: word });

forEachDatabase((_, database) => {
  it('F5: nobody has access before somebody of the firm gives it, each person by themselves', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal.firm.admin;
    const [ana, bo] = [
      await firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' }),
      await firm.people.create({ name: 'Bo Lind', email: 'bo@people.example' }),
    ];
    await portal.firm.addCase({ clients: [ana, bo] });
    await portal.server.settle();
    const stateOf = async (id: string) => (await firm.access.get({ id })).state;
    assert.deepEqual([await stateOf(ana.id), await stateOf(bo.id)], ['none', 'none']);
    assert.deepEqual(
      portal.mails.filter(({ to }) => to !== portal.firm.admin.email),
      [],
    );
    await firm.invitations.create({ id: ana.id });
    assert.deepEqual([await stateOf(ana.id), await stateOf(bo.id)], ['invited', 'none']);
    await acceptInvitation(portal, ana, password);
    assert.deepEqual([await stateOf(ana.id), await stateOf(bo.id)], ['active', 'none']);
  });

  it('F2: nothing on the firm’s side takes a password', async () => {
    const fields = [...walk(firmContract)].flatMap(({ endpoint }) =>
      Object.keys(endpoint.spec.input?.shape ?? {}),
    );
    assert.ok(fields.length > 50);
    assert.deepEqual(
      fields.filter((field) => /password|credential/i.test(field)),
      [],
    );
  });

  it('F6: sends an invitation again: the older link of that person dies, and nobody else’s', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal.firm.admin;
    const people = [];
    for (const name of ['ana', 'bo']) {
      const person = await firm.people.create({ name, email: `${name}@people.example` });
      await firm.invitations.create({ id: person.id });
      people.push({ ...person, token: await mailedToken(portal, person.email) });
    }
    const [ana, bo] = people as [(typeof people)[0], (typeof people)[0]];
    portal.clock.pass(60);
    await firm.invitations.create({ id: ana.id });
    const { invitation } = await firm.access.get({ id: ana.id });
    assert.deepEqual(
      [invitation?.email, invitation?.sentAt, invitation?.expired],
      [ana.email, portal.clock().toISOString(), false],
    );
    const visitor = portal.firm.visitor().portal.invitations;
    await assert.rejects(visitor.look({ token: ana.token }), failsWith('invitation.ended'));
    await visitor.look({ token: bo.token });
    await visitor.accept({ token: await mailedToken(portal, ana.email), password });
    await portal.firm.visitor().portal.invitations.accept({ token: bo.token, password });
    portal.clock.pass(8 * 86_400);
    assert.equal(
      (await (await portal.firm.signIn(portal.firm.admin)).firm.access.get({ id: bo.id })).invitation,
      null,
    );
  });

  it('F7: resets a password on somebody’s behalf by a link, and the old one stays until it is used', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, ana } = await begin(portal);
    const access = await daniel.firm.access.reset({ id: ana.id });
    assert.deepEqual([access.state, access.sessions], ['active', 1]);
    const token = await mailedToken(portal, ana.email, 'reset');
    await ana.browser.portal.session.get();
    await signIn(portal, ana.email);
    await portal.firm.visitor().portal.password.reset({ token, password: another });
    await assert.rejects(ana.browser.portal.session.get(), failsWith('auth.expired'));
    await assert.rejects(signIn(portal, ana.email), failsWith('auth.failed'));
    // Nobody who has no password yet has one to reset.
    const bo = await daniel.firm.people.create({ name: 'Bo Lind', email: 'bo@people.example' });
    await assert.rejects(daniel.firm.access.reset({ id: bo.id }), failsWith('conflict'));
    await daniel.firm.invitations.create({ id: bo.id });
    await assert.rejects(daniel.firm.access.reset({ id: bo.id }), failsWith('conflict'));
  });

  it('F8: disables at once: sessions, invitations, resets, a change of address, and the way in', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, ana } = await begin(portal);
    await portal.server.settle();
    const fresh = await portal.firm.signIn(ana);
    await fresh.portal.email.change({ email: 'new@people.example' });
    await daniel.firm.invitations.create({ id: ana.id });
    await daniel.firm.access.reset({ id: ana.id });
    const [invitation, reset] = [
      await mailedToken(portal, ana.email),
      await mailedToken(portal, ana.email, 'reset'),
    ];
    const [before, after] = [
      await mailedToken(portal, ana.email, 'email'),
      await mailedToken(portal, 'new@people.example', 'email'),
    ];
    const visitor = portal.firm.visitor().portal;
    await visitor.invitations.look({ token: invitation });
    await visitor.password.look({ token: reset });
    await visitor.email.look({ token: before });

    const access = await daniel.firm.access.disable({ id: ana.id });
    assert.deepEqual([access.state, access.sessions, access.invitation], ['disabled', 0, null]);
    for (const browser of [ana.browser, fresh]) {
      await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
      await assert.rejects(browser.portal.dashboard.get(), failsWith('auth.expired'));
    }
    await assert.rejects(
      visitor.invitations.accept({ token: invitation, password }),
      failsWith('invitation.ended'),
    );
    await assert.rejects(
      visitor.password.reset({ token: reset, password: another }),
      failsWith('link.ended'),
    );
    for (const token of [before, after])
      await assert.rejects(visitor.email.confirm({ token, password }), failsWith('link.ended'));
    await assert.rejects(signIn(portal, ana.email), failsWith('auth.failed'));

    // Nor is there a way around it.
    await assert.rejects(daniel.firm.invitations.create({ id: ana.id }), failsWith('conflict'));
    await assert.rejects(daniel.firm.access.reset({ id: ana.id }), failsWith('conflict'));
    await portal.server.settle();
    const mails = portal.mails.length;
    await visitor.password.forgot({ email: ana.email });
    await visitor.invitations.renew({ token: invitation });
    await portal.server.settle();
    assert.equal(portal.mails.length, mails);
    assert.deepEqual(await daniel.firm.access.disable({ id: ana.id }), access);
    assert.equal((await entries(portal, ana.id)).filter((verb) => verb === 'access.disabled').length, 1);
  });

  it('F8: enables by a fresh invitation: neither the old password nor an old link comes back to life', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, ana } = await begin(portal);
    await daniel.firm.invitations.create({ id: ana.id });
    const old = await mailedToken(portal, ana.email);
    await daniel.firm.access.disable({ id: ana.id });
    const { cookie } = ana.browser;
    const invitation = await daniel.firm.access.enable({ id: ana.id });
    assert.deepEqual([invitation.personId, invitation.email], [ana.id, ana.email]);
    assert.deepEqual(Object.keys(invitation).toSorted(), [
      'createdAt',
      'email',
      'expiresAt',
      'id',
      'personId',
    ]);
    assert.equal((await daniel.firm.access.get({ id: ana.id })).state, 'invited');
    await assert.rejects(signIn(portal, ana.email), failsWith('auth.failed'));
    const visitor = portal.firm.visitor();
    await assert.rejects(
      visitor.portal.invitations.accept({ token: old, password }),
      failsWith('invitation.ended'),
    );
    const token = await mailedToken(portal, ana.email);
    await visitor.portal.invitations.accept({ token, password: another });
    await visitor.portal.dashboard.get();
    await assert.rejects(signIn(portal, ana.email), failsWith('auth.failed'));
    ana.browser.cookie = cookie;
    await assert.rejects(ana.browser.portal.session.get(), failsWith('auth.expired'));
    await assert.rejects(daniel.firm.access.enable({ id: ana.id }), failsWith('conflict'));
    const verbs = await entries(portal, ana.id);
    assert.deepEqual(
      verbs.filter((verb) => /^access|^password\.set/.test(verb)),
      ['password.set', 'access.disabled', 'access.enabled', 'password.set'],
    );
  });

  it('G4: disables in the middle of everything: nothing of theirs is done afterwards', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, ana } = await begin(portal);
    const { items } = await ana.browser.portal.cases.list();
    const message = { caseId: items[0]!.id, recipientIds: [daniel.id], subject: 'Hello', body: 'Hello' };
    for (let round = 0; round < 4; round++) {
      const browser = await portal.firm.signIn(ana);
      await daniel.firm.access.reset({ id: ana.id });
      const reset = await mailedToken(portal, ana.email, 'reset');
      await daniel.firm.invitations.create({ id: ana.id });
      const invitation = await mailedToken(portal, ana.email);
      const visitor = portal.firm.visitor(`198.51.100.${round}`).portal;
      const acts = [
        () => visitor.password.reset({ token: reset, password: another }),
        () => visitor.invitations.accept({ token: invitation, password: another }),
        () => visitor.session.create({ email: ana.email, password }),
        () => browser.portal.threads.start(message),
        () => browser.portal.profile.update({ phone: `${round}` }),
        () => browser.portal.password.change({ current: password, password: another }),
      ];
      const shut = () => daniel.firm.access.disable({ id: ana.id });
      await Promise.allSettled([...acts.slice(0, 3), shut, ...acts.slice(3)].map((act) => act()));

      assert.equal((await daniel.firm.access.get({ id: ana.id })).state, 'disabled');
      for (const table of ['sessions', 'credentials'] as const) {
        const left = await portal.database.kysely
          .selectFrom(table)
          .where('person_id', '=', ana.id)
          .select('person_id')
          .execute();
        assert.deepEqual(left, [], table);
      }
      const journal = await portal.database.kysely
        .selectFrom('journal')
        .orderBy('seq')
        .select(['verb', 'actor_id', 'subject_id'])
        .execute();
      const end = journal.findLastIndex(({ verb }) => verb === 'access.disabled');
      assert.deepEqual(
        journal.slice(end + 1).filter(({ actor_id }) => actor_id === ana.id),
        [],
      );
      await daniel.firm.access.enable({ id: ana.id });
      const token = await mailedToken(portal, ana.email);
      await portal.firm.visitor().portal.invitations.accept({ token, password });
    }
  });
});

/** What happened to a person, oldest first. */
async function entries(portal: TestPortal, id: string): Promise<string[]> {
  const rows = await portal.database.kysely
    .selectFrom('journal')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .select('verb')
    .execute();
  return rows.map(({ verb }) => verb);
}
