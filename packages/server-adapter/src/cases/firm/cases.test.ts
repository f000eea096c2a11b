import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal } from '../../testing/index.ts';
import { testSystem } from '../../testing/system.ts';

const words = { title: 'Petition for residence', area: 'Immigration', statusLabel: 'Preparing' };

forEachDatabase((_, database) => {
  it('opens a case, and puts whoever opened it on its team', async () => {
    const { firm } = await createTestPortal({ database });
    const daniel = await firm.addStaff('Daniel Okafor');
    const opened = await daniel.firm.cases.create({ ...words, statusMeaning: 'We gather papers.' });
    assert.deepEqual(opened, {
      id: opened.id,
      title: words.title,
      area: words.area,
      state: 'active',
      status: { label: 'Preparing', meaning: 'We gather papers.' },
      externalId: null,
      sealed: false,
      updatedAt: '2026-03-03T15:00:00.000Z',
      steps: [],
      participants: [],
      former: [],
      team: [{ personId: daniel.id, name: 'Daniel Okafor', part: null }],
      sealOpenings: [],
    });
    assert.deepEqual(await daniel.firm.cases.get({ id: opened.id }), opened);
  });

  it('shows staff the cases that they work on, and admins and systems all of them', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal;
    const daniel = await firm.addStaff('Daniel Okafor');
    const rosa = await firm.addStaff('Rosa Vidal', 'staff');
    const his = await daniel.firm.cases.create(words);
    const hers = await rosa.firm.cases.create(words);
    const ids = async (caller: { cases: typeof daniel.firm.cases }) =>
      (await caller.cases.list()).items.map(({ id }) => id).sort();

    assert.deepEqual(await ids(daniel.firm), [his.id]);
    assert.deepEqual(await ids(rosa.firm), [hers.id]);
    assert.deepEqual(await ids(firm.admin.firm), [his.id, hers.id].sort());
    assert.deepEqual(await ids(await testSystem(portal, ['cases'])), [his.id, hers.id].sort());

    const { cases } = rosa.firm;
    await assert.rejects(cases.get({ id: his.id }), failsWith('not-found'));
    await assert.rejects(cases.update({ id: his.id, title: 'Mine now' }), failsWith('not-found'));
    await assert.rejects(cases.setTeam({ id: his.id, members: [] }), failsWith('not-found'));
    await assert.rejects(rosa.firm.steps.create({ caseId: his.id, title: 'Mine' }), failsWith('not-found'));
  });

  it('tells whoever sees the case of a new status, and only changes the rest', async () => {
    const portal = await createTestPortal({ database });
    const { firm, clock, server } = portal;
    const ana = await firm.addClient('Ana Silva');
    const { id } = await firm.addCase({ clients: [ana] });
    const seen = await ana.portal.cases.get({ id });
    await ana.portal.notifications.seen({ type: 'case', id, revision: seen.revision });

    clock.pass(60);
    await firm.admin.firm.cases.update({ id, title: 'Residence for Ana', area: 'Family', state: 'active' });
    const renamed = await ana.portal.cases.get({ id });
    assert.equal(renamed.title, 'Residence for Ana');
    assert.deepEqual([renamed.unseen, renamed.updatedAt], [false, seen.updatedAt]);

    await firm.admin.firm.cases.update({ id, statusLabel: 'Approved', statusMeaning: 'You may stay.' });
    const decided = await ana.portal.cases.get({ id });
    assert.deepEqual(decided.status, { label: 'Approved', meaning: 'You may stay.' });
    assert.deepEqual([decided.unseen, decided.updatedAt], [true, clock().toISOString()]);
    await server.settle();
    const [latest] = (await ana.portal.notifications.list()).items;
    assert.deepEqual([latest!.kind, latest!.unseen], ['case.status.changed', true]);
  });

  it('writes nothing down when nothing changes', async () => {
    const { firm, database: db } = await createTestPortal({ database });
    const { id, title, status } = await firm.addCase({});
    const count = async () => (await db.kysely.selectFrom('journal').select('seq').execute()).length;
    const before = await count();
    await firm.admin.firm.cases.update({ id, title, statusLabel: status.label });
    assert.equal(await count(), before);
    await firm.admin.firm.cases.update({ id, title: 'Another', statusLabel: status.label });
    assert.equal(await count(), before + 1);
  });

  it('makes one case of an external id, however often and however fast it is pushed', async () => {
    const portal = await createTestPortal({ database });
    const system = await testSystem(portal, ['cases']);
    const pushes = Array.from({ length: 8 }, (_, count) =>
      system.cases.create({ ...words, statusLabel: `Push ${count}`, externalId: 'matter-7' }),
    );
    const answers = await Promise.all(pushes);
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);

    const again = await system.cases.create({ ...words, title: 'New title', externalId: 'matter-7' });
    assert.equal(again.id, answers[0]!.id);
    assert.deepEqual([again.title, again.externalId], ['New title', 'matter-7']);
    assert.equal((await system.cases.list()).items.length, 1);
    // Another one is another case.
    await system.cases.create({ ...words, externalId: 'matter-8' });
    assert.equal((await system.cases.list()).items.length, 2);
  });

  it('lets an external id lead nobody into a case that they do not see', async () => {
    const { firm } = await createTestPortal({ database });
    const daniel = await firm.addStaff('Daniel Okafor');
    const rosa = await firm.addStaff('Rosa Vidal');
    const his = await daniel.firm.cases.create({ ...words, externalId: 'matter-7' });
    const push = rosa.firm.cases.create({ ...words, title: 'Mine now', externalId: 'matter-7' });
    await assert.rejects(push, failsWith('conflict'));
    assert.equal((await daniel.firm.cases.get({ id: his.id })).title, words.title);
  });

  it('keeps the same external id at two firms apart', async () => {
    const portal = await createTestPortal({ database });
    const seaside = await portal.addFirm('seaside');
    const [here, there] = [await testSystem(portal, ['cases']), await testSystem(portal, ['cases'], seaside)];
    const one = await here.cases.create({ ...words, externalId: '7' });
    const two = await there.cases.create({ ...words, externalId: '7' });
    assert.notEqual(one.id, two.id);
    await assert.rejects(there.cases.get({ id: one.id }), failsWith('not-found'));
  });
});
