import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestPortal } from '../testing/index.ts';

it('sends members of the firm to their desk, and clients to the portal, with the first link too', async () => {
  const portal = await createTestPortal();
  const firm = await portal.addFirm('seaside', { settings: { deskUrl: '/desk' } });
  const { people, invitations } = firm.admin.firm;
  const client = await people.create({ name: 'Ana Silva', email: 'ana@people.example' });
  const colleague = await people.create({
    kind: 'staff',
    role: 'attorney',
    name: 'Bo Lind',
    email: 'bo@people.example',
  });
  for (const { id } of [client, colleague]) await invitations.create({ id });
  await portal.server.settle();
  const linkTo = (email: string) =>
    /https:\S+(?=#invitation=)/.exec(portal.mails.findLast(({ to }) => to === email)!.text)?.[0];
  assert.equal(linkTo(client.email), 'https://www.seaside.example/portal');
  assert.equal(linkTo(colleague.email), 'https://www.seaside.example/desk');
  assert.equal(linkTo('helen@seaside.example'), 'https://www.seaside.example/desk');
});
