/** Several firms, one mailbox: a way from one portal to the other, and nothing that either knows of the other. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation, mailedToken } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestFirm, type TestPortal } from '../testing/index.ts';
import { viewing } from '../testing/viewing.ts';

const password = 'four green herons by the lake';
const email = 'Ana.Silva@people.example';

async function join(portal: TestPortal, firm: TestFirm, address = email, name = 'Ana Silva') {
  const { id } = await firm.admin.firm.people.create({ name, email: address });
  return { ...(await acceptInvitation({ ...portal, firm }, { id, email: address }, password)), id };
}

async function begin(portal: TestPortal) {
  const branding = { brand: '#1f4b6e', logoUrl: 'https://www.seaside.example/logo.svg' };
  const seaside = await portal.addFirm('seaside', { name: 'Seaside Legal', branding });
  const hill = await portal.addFirm('hill', { name: 'Hill & Dale' });
  return { seaside, hill, ana: await join(portal, portal.firm) };
}

const own = {
  name: 'Harborview Law',
  portalUrl: 'https://www.harborview.example/portal',
  logoUrl: null,
  current: true,
};
const namesOf = async ({ portal }: Pick<TestFirm['admin'], 'portal'>) =>
  (await portal.firms.list()).items.map(({ name }) => name);

forEachDatabase((_, database) => {
  it('B9, C9: lists the portals that somebody’s mailbox opens, their own first, each under its own name', async () => {
    const portal = await createTestPortal({ database });
    const { seaside, ana } = await begin(portal);
    assert.deepEqual((await ana.portal.firms.list()).items, [own]);
    const there = await join(portal, seaside, email.toUpperCase(), 'A. Silva-Marsh');
    const other = {
      name: 'Seaside Legal',
      portalUrl: 'https://www.seaside.example/portal',
      logoUrl: 'https://www.seaside.example/logo.svg',
      current: false,
    };
    assert.deepEqual((await ana.portal.firms.list()).items, [own, other]);
    assert.deepEqual((await there.portal.firms.list()).items, [
      { ...other, current: true },
      { ...own, current: false },
    ]);
    // In each portal one has the name, and is the person, that this firm knows.
    const me = async ({ portal: { session } }: typeof there) => {
      const { person } = await session.get();
      return [person.id, person.name];
    };
    assert.deepEqual(await me(ana), [ana.id, 'Ana Silva']);
    assert.deepEqual(await me(there), [there.id, 'A. Silva-Marsh']);
    assert.notEqual(ana.id, there.id);
    const text = await (await ana.fetch('/v1/firms')).text();
    assert.ok(!text.includes(there.id) && !text.includes('Marsh') && !text.includes(seaside.id));
  });

  it('C9: shows a client of several cases each under its own name', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal;
    const ana = await firm.addClient('Ana Silva');
    const bo = await firm.addClient('Bo Lind');
    const daniel = await firm.addStaff('Daniel Okafor');
    for (const [title, ...clients] of [
      ['Silva', ana],
      ['Silva and Lind', ana, bo],
      ['Lind', bo],
    ] as const)
      await firm.addCase({ title, team: [daniel], clients });
    const titles = async (person: typeof ana) =>
      (await person.portal.cases.list()).items.map(({ title }) => title).sort();
    assert.deepEqual(await titles(ana), ['Silva', 'Silva and Lind']);
    assert.deepEqual(await titles(bo), ['Lind', 'Silva and Lind']);
    assert.equal((await ana.portal.session.get()).person.name, 'Ana Silva');
  });

  it('names no firm where the access is not active, or that only says that the address is theirs', async () => {
    const portal = await createTestPortal({ database });
    const { seaside, hill, ana } = await begin(portal);
    const there = await join(portal, seaside);
    const { id } = await hill.admin.firm.people.create({ name: 'Ana', email });
    await hill.admin.firm.invitations.create({ id });
    assert.deepEqual(await namesOf(ana), ['Harborview Law', 'Seaside Legal']);
    // A firm that lets somebody in by its own word proves nothing, to either side.
    const let_in = await hill.signIn({ id, name: 'Ana', email });
    assert.deepEqual(await namesOf(let_in), ['Hill & Dale']);
    assert.deepEqual(await namesOf(ana), ['Harborview Law', 'Seaside Legal']);

    await seaside.admin.firm.access.disable({ id: there.id });
    assert.deepEqual(await namesOf(ana), ['Harborview Law']);
    await assert.rejects(there.portal.firms.list(), failsWith('auth.expired'));
  });

  it('names none to who came in by a link that was shown to somebody, until they have shown the mailbox', async () => {
    const portal = await createTestPortal({ database });
    await join(portal, portal.firm);
    // Whoever sets a portal up says what the first admin's address is, and is shown the link.
    const fake = await portal.addFirm('fake', { name: 'Fake', admin: { name: 'Mallory', email } });
    const visitor = fake.visitor();
    const token = await mailedToken(portal, email);
    await visitor.portal.invitations.accept({ token, password });
    assert.deepEqual(await namesOf(visitor), ['Fake']);
    // The control: a link that was only in the mailbox.
    await visitor.portal.password.forgot({ email });
    const reset = await mailedToken(portal, email, 'reset');
    await visitor.portal.password.reset({ token: reset, password: 'seven brown otters in a row' });
    assert.deepEqual(await namesOf(visitor), ['Fake', 'Harborview Law']);
  });

  it('tells nobody of somebody else’s firms: not another address, not who looks as them', async () => {
    const portal = await createTestPortal({ database });
    const { seaside, ana } = await begin(portal);
    await join(portal, seaside);
    assert.deepEqual(await namesOf(portal.firm.admin), ['Harborview Law']);
    assert.deepEqual(await namesOf(await join(portal, portal.firm, 'bo@people.example')), ['Harborview Law']);
    const { admin } = portal.firm;
    const { id } = await admin.firm.views.create({ id: ana.id });
    await assert.rejects(viewing(admin, portal.firm.origin, id).portal.firms.list(), failsWith('forbidden'));
    assert.equal((await namesOf(ana)).length, 2, 'the control');
  });
});
