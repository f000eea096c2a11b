import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { testSystem } from '../testing/system.ts';

const ana = { name: 'Ana Silva', email: 'Ana.Silva@people.example' };

/** A conflict that names the field. */
const collidesAt =
  (...path: string[]) =>
  (error: unknown) => {
    failsWith('conflict')(error);
    assert.deepEqual((error as { issues: { path: unknown }[] }).issues[0]!.path, path);
    return true;
  };

forEachDatabase((_, database) => {
  it('adds a client without access, in the firm’s language and zone', async () => {
    const { firm } = await createTestPortal({ database });
    const { people } = (await firm.addStaff()).firm;
    const person = await people.create({ ...ana, phone: '+1 555 010 0111', externalId: 'contact-7' });
    assert.deepEqual(person, {
      id: person.id,
      kind: 'client',
      role: null,
      name: 'Ana Silva',
      title: null,
      email: 'Ana.Silva@people.example',
      phone: '+1 555 010 0111',
      locale: 'en',
      timeZone: 'America/New_York',
      photoUrl: null,
      access: 'none',
      externalId: 'contact-7',
    });
    assert.deepEqual(await people.get({ id: person.id }), person);
  });

  it('changes what is given and leaves the rest', async () => {
    const { firm } = await createTestPortal({ database });
    const { people } = (await firm.addStaff()).firm;
    const person = await people.create({ ...ana, phone: '1' });
    const changed = await people.update({ id: person.id, locale: 'es', phone: null });
    assert.deepEqual(changed, { ...person, locale: 'es', phone: null });
  });

  it('keeps one address for one person, however it is written', async () => {
    const { firm } = await createTestPortal({ database });
    const { people } = (await firm.addStaff()).firm;
    await people.create(ana);
    const bo = await people.create({ name: 'Bo Lind', email: 'bo@people.example' });
    await assert.rejects(people.create({ ...ana, email: 'ana.silva@PEOPLE.example' }), collidesAt('email'));
    await assert.rejects(
      people.update({ id: bo.id, email: 'ANA.silva@people.example' }),
      collidesAt('email'),
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => people.create({ name: 'Cleo', email: 'cleo@people.example' })),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('lets two people race for an address, and gives it to one', async () => {
    const { firm } = await createTestPortal({ database });
    const { people } = (await firm.addStaff()).firm;
    const both = [
      await people.create({ name: 'Ana', email: 'a@people.example' }),
      await people.create({ name: 'Bo', email: 'b@people.example' }),
    ];
    const answers = await Promise.allSettled(
      both.map(({ id }) => people.update({ id, email: 'wanted@people.example' })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    collidesAt('email')(lost?.reason);
  });

  it('has the same address at two firms for two people', async () => {
    const portal = await createTestPortal({ database });
    const seaside = await portal.addFirm('seaside');
    const here = await portal.firm.admin.firm.people.create(ana);
    const there = await seaside.admin.firm.people.create(ana);
    assert.notEqual(here.id, there.id);
    await assert.rejects(seaside.admin.firm.people.get({ id: here.id }), failsWith('not-found'));
    await assert.rejects(
      seaside.admin.firm.people.update({ id: here.id, name: 'Mine' }),
      failsWith('not-found'),
    );
  });

  it('makes one person of an external id, however often and however fast it is pushed', async () => {
    const portal = await createTestPortal({ database });
    const { people } = await testSystem(portal, ['people']);
    const push = (values: object) => people.create({ ...ana, externalId: 'contact-7', ...values });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, count) => push({ phone: `${count}` })));
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    const again = await push({ name: 'Ana Silva Reyes', locale: 'pt' });
    assert.deepEqual([again.id, again.name, again.locale], [answers[0]!.id, 'Ana Silva Reyes', 'pt']);
    assert.equal((await people.list({ kind: 'client' })).items.length, 1);
    await assert.rejects(people.create({ ...ana, externalId: 'contact-8' }), collidesAt('email'));
  });

  it('lets only admins add and change colleagues, and no system', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal;
    const daniel = await firm.addStaff('Daniel Okafor');
    const system = await testSystem(portal, ['people']);
    const rosa = {
      kind: 'staff',
      name: 'Rosa Vidal',
      email: 'rosa@people.example',
      externalId: 's-1',
    } as const;
    for (const { people } of [daniel.firm, system]) {
      await assert.rejects(people.create(rosa), failsWith('forbidden'));
      await assert.rejects(people.update({ id: daniel.id, name: 'Dan' }), failsWith('forbidden'));
    }
    const { people } = firm.admin.firm;
    const added = await people.create({ ...rosa, role: 'attorney' });
    assert.deepEqual([added.kind, added.role], ['staff', 'attorney']);
    assert.equal((await people.create({ ...rosa, role: 'admin' })).role, 'admin');
    assert.equal((await people.update({ id: daniel.id, title: 'Partner' })).title, 'Partner');
    // An external id of a colleague leads no system to them.
    await assert.rejects(
      system.people.create({ name: 'X', email: 'x@people.example', externalId: 's-1' }),
      failsWith('forbidden'),
    );
    await assert.rejects(people.create({ ...ana, role: 'admin' }), failsWith('request.invalid'));
  });

  it('keeps an admin: nobody changes their own role, and two do not take it from each other', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal;
    const ruth = {
      kind: 'staff',
      name: 'Ruth Okafor',
      email: 'ruth@people.example',
      externalId: 's-1',
    } as const;
    const rosa = {
      kind: 'staff',
      name: 'Rosa Vidal',
      email: 'rosa@people.example',
      externalId: 's-2',
    } as const;
    const asRuth = await firm.signIn(await firm.admin.firm.people.create({ ...ruth, role: 'admin' }));
    const asRosa = await firm.signIn(await firm.admin.firm.people.create({ ...rosa, role: 'admin' }));
    const demote = (by: typeof asRuth, whom: typeof ruth | typeof rosa) =>
      by.firm.people.create({ ...whom, role: 'staff' });
    await assert.rejects(demote(asRuth, ruth), collidesAt('role'));
    // Helen's access ends, and the two are left.
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', firm.admin.id).execute(),
    );
    const both = await Promise.allSettled([demote(asRuth, rosa), demote(asRosa, ruth)]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    const changes = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'person.changed')
      .select('data')
      .execute();
    assert.deepEqual(
      changes.map(({ data }) => JSON.parse(data)),
      [{ fields: ['role'], role: { from: 'admin', to: 'staff' } }],
    );
  });

  it('does not change the address that somebody signs in with', async () => {
    const portal = await createTestPortal({ database });
    const { people } = portal.firm.admin.firm;
    const { id } = await people.create(ana);
    await people.update({ id, email: 'ana@people.example' });
    await acceptInvitation(portal, { id, email: 'ana@people.example' }, 'four green herons by the lake');
    await assert.rejects(people.update({ id, email: 'mallory@people.example' }), collidesAt('email'));
    assert.equal((await people.update({ id, email: 'ANA@people.example', phone: '1' })).phone, '1');
    assert.equal((await people.get({ id })).email, 'ANA@people.example');
  });

  it('takes an invitation back when the address that it went to changes', async () => {
    const portal = await createTestPortal({ database });
    const { people, invitations } = portal.firm.admin.firm;
    const { id } = await people.create(ana);
    await invitations.create({ id });
    assert.equal((await people.get({ id })).access, 'invited');
    assert.equal((await people.update({ id, email: 'new@people.example' })).access, 'none');
    await portal.server.settle();
    assert.ok(!portal.mails.some(({ to }) => to.toLowerCase() === ana.email.toLowerCase()));
  });

  it('lists people by name, page by page, of one kind if asked', async () => {
    const { firm } = await createTestPortal({ database });
    const { people } = firm.admin.firm;
    for (const [index, name] of ['Cleo', 'Ana', 'Bo', 'Ana'].entries()) {
      await people.create({ name, email: `${index}@people.example` });
    }
    await people.create({ kind: 'staff', name: 'Abel', email: 'abel@people.example' });
    const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
    assert.deepEqual(names(await people.list()), ['Abel', 'Ana', 'Ana', 'Bo', 'Cleo', 'Helen Ward']);
    assert.deepEqual(names(await people.list({ kind: 'staff' })), ['Abel', 'Helen Ward']);
    const first = await people.list({ kind: 'client', limit: 1 });
    const second = await people.list({ kind: 'client', limit: 2, cursor: first.next! });
    const third = await people.list({ kind: 'client', limit: 2, cursor: second.next! });
    assert.deepEqual([first, second, third].map(names), [['Ana'], ['Ana', 'Bo'], ['Cleo']]);
    assert.equal(third.next, null);
    assert.ok(!Buffer.from(first.next!, 'base64url').toString().includes('Ana'));
    await assert.rejects(people.list({ cursor: 'x' }), failsWith('request.invalid'));
  });
});
