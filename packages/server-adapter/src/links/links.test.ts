/** What all links in mails have in common. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Endpoint } from '@casefront/core/contract';
import { email as ofEmail } from '@casefront/core/contract/email';
import { invitations as ofInvitations } from '@casefront/core/contract/invitations';
import { password as ofPassword } from '@casefront/core/contract/password';
import { hashToken } from '../access/tokens.ts';
import { acceptInvitation, mailedToken, mailedTokens } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestBrowser, type TestPortal } from '../testing/index.ts';
import { call } from '../testing/matrix/call.ts';

const password = 'four green herons by the lake';
const another = 'seven brown otters in a row';

type Kind = 'invitation' | 'reset' | 'email';
const kinds = {
  invitation: { look: ofInvitations.look, use: ofInvitations.accept },
  reset: { look: ofPassword.look, use: ofPassword.reset },
  email: { look: ofEmail.look, use: ofEmail.confirm },
} as const satisfies Record<Kind, { look: Endpoint; use: Endpoint }>;

/** One more person with a good link of the kind in their mailbox. */
async function sent(portal: TestPortal, kind: Kind, firm = portal.firm): Promise<string> {
  const address = `person.${++count}@people.example`;
  const person = await firm.admin.firm.people.create({ name: 'Ana Silva', email: address });
  await firm.admin.firm.invitations.create({ id: person.id });
  const invitation = await mailedToken(portal, address);
  if (kind === 'invitation') return invitation;
  const browser = firm.visitor(`198.51.100.${count}`);
  await browser.portal.invitations.accept({ token: invitation, password });
  if (kind === 'reset') await firm.admin.firm.access.reset({ id: person.id });
  else await browser.portal.email.change({ email: `new.${count}@people.example` });
  return mailedToken(portal, address, kind);
}
let count = 0;

const inputOf = (use: Endpoint, token: string) =>
  use.path.endsWith('look') ? { token } : { token, password };

const bytesOf = async (browser: TestBrowser, endpoint: Endpoint, token: string) =>
  (await call(browser, endpoint, inputOf(endpoint, token))).bytes;

forEachDatabase((_, database) => {
  it('C3: a scanner that opens a link, runs its page and presses its buttons burns nothing', async () => {
    const portal = await createTestPortal({ database });
    for (const kind of Object.keys(kinds) as Kind[]) {
      const token = await sent(portal, kind);
      const scanner = portal.firm.visitor('203.0.113.9');
      const mails = portal.mails.length;
      for (let visit = 0; visit < 3; visit++) {
        assert.equal((await call(scanner, kinds[kind].look, { token })).status, 200);
        assert.equal((await call(scanner, ofInvitations.renew, { token })).status, 204);
        await portal.server.settle();
      }
      assert.equal(portal.mails.length, mails, kind);
      const person = portal.firm.visitor('203.0.113.10');
      assert.equal((await call(person, kinds[kind].use, inputOf(kinds[kind].use, token))).status, 200, kind);
    }
  });

  it('C3: nor what is good in the mailbox, when it asks for another in place of an ended one', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal.firm.admin;
    const ana = await firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
    await firm.invitations.create({ id: ana.id });
    const ended = await mailedToken(portal, ana.email);
    await firm.invitations.create({ id: ana.id });
    const good = await mailedToken(portal, ana.email);
    const scanner = portal.firm.visitor('203.0.113.9').portal.invitations;
    await scanner.renew({ token: ended });
    assert.equal(await mailedToken(portal, ana.email), good);
    await portal.firm.visitor().portal.invitations.accept({ token: good, password });

    // The same for the link to a new password that it leads to afterwards.
    await scanner.renew({ token: ended });
    const reset = await mailedToken(portal, ana.email, 'reset');
    await scanner.renew({ token: ended });
    assert.deepEqual(await mailedTokens(portal, ana.email, 'reset'), [reset]);
    await portal.firm.visitor().portal.password.reset({ token: reset, password: another });
  });

  it('F1: mails a new link in place of an expired one, to the same address, when a person asks for it', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff('Daniel Okafor');
    const ana = await daniel.firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
    await daniel.firm.invitations.create({ id: ana.id });
    const expired = await mailedToken(portal, ana.email);
    portal.clock.pass(8 * 86_400);
    const visitor = portal.firm.visitor().portal.invitations;
    await assert.rejects(visitor.look({ token: expired }), failsWith('invitation.ended'));
    await visitor.renew({ token: expired });
    const token = await mailedToken(portal, ana.email);
    assert.notEqual(token, expired);
    const look = await visitor.look({ token });
    assert.deepEqual([look.invitedBy, look.locale], ['Daniel Okafor', 'en']);
    await visitor.accept({ token, password });
  });

  it('F1: mails nothing for a link of somebody who is not invited any more, or has another address now', async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff('Daniel Okafor');
    const [ana, bo] = [
      await daniel.firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' }),
      await daniel.firm.people.create({ name: 'Bo Lind', email: 'bo@people.example' }),
    ];
    const tokens = [];
    for (const { id, email } of [ana, bo]) {
      await daniel.firm.invitations.create({ id });
      tokens.push(await mailedToken(portal, email));
    }
    await daniel.firm.access.disable({ id: ana.id });
    await daniel.firm.people.update({ id: bo.id, email: 'other@people.example' });
    await daniel.firm.invitations.create({ id: bo.id });
    await portal.server.settle();
    portal.clock.pass(8 * 86_400);
    const mails = portal.mails.length;
    for (const token of [...tokens, 'x'.repeat(43)])
      await portal.firm.visitor().portal.invitations.renew({ token });
    await portal.server.settle();
    assert.equal(portal.mails.length, mails);
    // The control: the newer link, at the address that it went to.
    const newer = await mailedToken(portal, 'other@people.example');
    await portal.firm.visitor().portal.invitations.renew({ token: newer });
    assert.notEqual(await mailedToken(portal, 'other@people.example'), newer);
  });

  it('F1: answers any token the same when a new link is asked for, and writes as much', async () => {
    const portal = await createTestPortal({ database });
    const good = await sent(portal, 'invitation');
    const expired = await sent(portal, 'invitation');
    portal.clock.pass(8 * 86_400);
    const answers = new Set<string>();
    for (const token of [good, expired, 'x'.repeat(43)])
      answers.add((await call(portal.firm.visitor(), ofInvitations.renew, { token })).bytes);
    assert.equal(answers.size, 1);
    assert.match([...answers][0]!, /^\[204,/);
    const requests = await portal.database.kysely.selectFrom('link_requests').select('id').execute();
    assert.equal(requests.length, 3);
  });

  it('gives one answer for a link that is made up, used, over, replaced, of another firm or for something else', async () => {
    const portal = await createTestPortal({ database });
    const other = await portal.addFirm('seaside');
    for (const [kind, { look, use }] of Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]) {
      const visitor = portal.firm.visitor('203.0.113.10');
      const madeUp = 'x'.repeat(43);
      const [expired, used, strangers] = [
        await sent(portal, kind),
        await sent(portal, kind),
        await sent(portal, kind, other),
      ];
      const foreign = (Object.keys(kinds) as Kind[]).filter((name) => name !== kind);
      const others = [await sent(portal, foreign[0]!), await sent(portal, foreign[1]!)];
      const good = await sent(portal, kind);
      assert.equal((await call(visitor, use, inputOf(use, used))).status, 200);
      await portal.database.transaction((tx) =>
        tx
          .updateTable('links')
          .set({ expires_at: tx.at })
          .where('token_hash', '=', hashToken(expired))
          .execute(),
      );
      for (const endpoint of [look, use]) {
        const ended = await bytesOf(visitor, endpoint, madeUp);
        assert.match(ended, kind === 'invitation' ? /invitation\.ended/ : /link\.ended/);
        for (const token of [expired, used, strangers, ...others])
          assert.equal(await bytesOf(visitor, endpoint, token), ended, `${kind} ${endpoint.path}`);
        assert.notEqual(await bytesOf(visitor, look, good), ended);
      }
      // The controls: what is refused here is good elsewhere.
      assert.equal((await call(other.visitor(), look, { token: strangers })).status, 200);
      assert.equal((await call(visitor, kinds[foreign[0]!].look, { token: others[0] })).status, 200);
    }
  });

  it('C11: a newer link ends the older one of that person, and of nobody else', async () => {
    const portal = await createTestPortal({ database });
    for (const kind of ['invitation', 'reset'] as const) {
      const theirs = await sent(portal, kind);
      const person = await portal.firm.admin.firm.people.create({
        name: 'Bo Lind',
        email: `bo.${kind}@people.example`,
      });
      if (kind === 'reset') await acceptInvitation(portal, person, password);
      const { firm } = portal.firm.admin;
      const again = () =>
        kind === 'reset' ? firm.access.reset({ id: person.id }) : firm.invitations.create({ id: person.id });
      await again();
      const first = await mailedToken(portal, person.email, kind);
      await again();
      const second = await mailedToken(portal, person.email, kind);
      const visitor = portal.firm.visitor('203.0.113.10');
      const statusOf = async (token: string) => (await call(visitor, kinds[kind].look, { token })).status;
      assert.deepEqual(
        [await statusOf(first), await statusOf(second), await statusOf(theirs)],
        [410, 200, 200],
      );
    }
  });

  it('G9: is used once, however many use it at the same moment', async () => {
    const portal = await createTestPortal({ database });
    for (const [kind, { use }] of Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]) {
      for (let round = 0; round < 5; round++) {
        const token = await sent(portal, kind);
        const answers = await Promise.all(
          Array.from({ length: 4 }, (_, index) =>
            call(portal.firm.visitor(`203.0.113.${index}`), use, inputOf(use, token)),
          ),
        );
        const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
        assert.deepEqual(statuses, [200, 410, 410, 410], kind);
      }
    }
  });

  it('dies with the address that it was sent to, also when that comes back', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal.firm.admin;
    const ana = await firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
    await firm.invitations.create({ id: ana.id });
    const token = await mailedToken(portal, ana.email);
    for (const email of ['other@people.example', ana.email]) {
      await firm.people.update({ id: ana.id, email });
      const { look } = portal.firm.visitor().portal.invitations;
      await assert.rejects(look({ token }), failsWith('invitation.ended'));
    }
  });
});
