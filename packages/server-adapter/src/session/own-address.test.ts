/** A firm's portal is at the firm's own address, and what is said there stays between the two. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createFirm } from '../firm/create.ts';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';
const other = 'nine copper kettles in a row';
const email = 'ana@people.example';

forEachDatabase((_, database) => {
  it('F3: signs in at the firm’s own address, with an account of its own at each of two firms', async () => {
    const portal = await createTestPortal({ database });
    const seaside = await portal.addFirm('seaside');
    const here = await portal.firm.admin.firm.people.create({ name: 'Ana Silva', email });
    const there = await seaside.admin.firm.people.create({ name: 'Ana Maria Silva', email });
    await acceptInvitation(portal, here, password);
    await seaside.admin.firm.invitations.create({ id: there.id });
    await portal.server.settle();
    const mail = portal.mails.findLast(({ to, text }) => to === email && text.includes('seaside.example'));
    const token = /#invitation=([\w-]{43})/.exec(mail!.text)![1]!;
    await seaside.visitor().portal.invitations.accept({ token, password: other });

    const at = (firm: typeof seaside, secret: string) =>
      firm.visitor().portal.session.create({ email, password: secret });
    assert.equal((await at(portal.firm, password)).person.id, here.id);
    assert.equal((await at(seaside, other)).person.id, there.id);
    assert.equal((await at(seaside, other)).person.name, 'Ana Maria Silva');
    await assert.rejects(at(seaside, password), failsWith('auth.failed'));
    await assert.rejects(at(portal.firm, other), failsWith('auth.failed'));
  });

  it('F10: is private on the way and afterwards: https only, a cookie that no script reads, nothing kept', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    await acceptInvitation(portal, ana, password);
    const response = await portal.firm.visitor().fetch('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1' },
      body: JSON.stringify({ email: ana.email, password }),
    });
    assert.equal(response.status, 200);
    assert.match(
      response.headers.get('set-cookie')!,
      /^__Host-lp_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const answers = [response, await ana.fetch('/v1/dashboard'), await ana.fetch('/v1/cases/none')];
    for (const { headers } of answers) {
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
    }
    const firm = {
      slug: 'open',
      name: 'Open Law',
      branding: { brand: '#1f4b6e', logoUrl: null },
      contact: {
        phone: '(555) 010-0199',
        email: 'office@open.example',
        address: '',
        hours: '',
        website: 'https://open.example',
        emergencyNote: null,
      },
      admin: { name: 'Bo', email: 'bo@open.example' },
    };
    const secret = new Uint8Array(32);
    const plain = createFirm(portal.database, secret, { ...firm, portalUrl: 'http://open.example/portal' });
    await assert.rejects(plain, /needs https/);
  });
});
