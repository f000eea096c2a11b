import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../../ids.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal } from '../../testing/index.ts';

forEachDatabase((_, database) => {
  it('adds a step at the end, upcoming and hidden unless told otherwise', async () => {
    const { firm } = await createTestPortal({ database });
    const { id: caseId } = await firm.addCase({});
    const { steps } = firm.admin.firm;
    await steps.create({ caseId, title: 'First' });
    const found = await steps.create({
      caseId,
      title: 'Second',
      meaning: 'What comes then',
      state: 'current',
      visible: true,
      expected: '4 to 6 weeks',
      waitingOn: 'other',
      dueOn: '2026-05-01',
    });
    const unsaid = { meaning: null, expected: null, completedOn: null, waitingOn: null, dueOn: null };
    assert.deepEqual(
      found.steps.map(({ id, ...step }) => step),
      [
        { ...unsaid, title: 'First', state: 'upcoming', visible: false },
        {
          title: 'Second',
          meaning: 'What comes then',
          state: 'current',
          visible: true,
          expected: '4 to 6 weeks',
          completedOn: null,
          waitingOn: 'other',
          dueOn: '2026-05-01',
        },
      ],
    );
  });

  it('puts steps where they are wanted, and closes the gap when one goes', async () => {
    const { firm } = await createTestPortal({ database });
    const { id: caseId } = await firm.addCase({});
    const { steps } = firm.admin.firm;
    const titles = (found: { steps: { title: string }[] }) => found.steps.map(({ title }) => title).join('');
    const add = (title: string, position?: number) =>
      steps.create({ caseId, title, ...(position !== undefined && { position }) });
    for (const title of ['B', 'C', 'D']) await add(title);
    const found = await add('A', 0);
    assert.equal(titles(found), 'ABCD');
    const [a, b] = found.steps.map(({ id }) => id);
    assert.equal(titles(await steps.update({ caseId, id: a!, position: 2 })), 'BCAD');
    assert.equal(titles(await steps.update({ caseId, id: a!, position: 400 })), 'BCDA');
    assert.equal(titles(await steps.remove({ caseId, id: b! })), 'CDA');
    assert.equal(titles(await add('E', 1)), 'CEDA');
    assert.equal(titles(await add('F')), 'CEDAF');
  });

  it('changes what is given and leaves the rest', async () => {
    const { firm } = await createTestPortal({ database });
    const { id: caseId } = await firm.addCase({});
    const { steps } = firm.admin.firm;
    const made = await steps.create({ caseId, title: 'First', meaning: 'What it is', dueOn: '2026-05-01' });
    const found = await steps.update({ caseId, id: made.steps[0]!.id, state: 'done', dueOn: null });
    assert.deepEqual(found.steps, [{ ...made.steps[0]!, state: 'done', dueOn: null }]);
  });

  it('knows a step only in its own case', async () => {
    const { firm } = await createTestPortal({ database });
    const { id: caseId } = await firm.addCase({});
    const { id: other } = await firm.addCase({});
    const { steps } = firm.admin.firm;
    const { id } = (await steps.create({ caseId, title: 'First' })).steps[0]!;
    await assert.rejects(steps.update({ caseId: other, id, title: 'Mine' }), failsWith('not-found'));
    await assert.rejects(steps.remove({ caseId: other, id }), failsWith('not-found'));
    await assert.rejects(steps.remove({ caseId, id: newId('step') }), failsWith('not-found'));
    assert.equal((await firm.admin.firm.cases.get({ id: caseId })).steps[0]!.title, 'First');
  });

  it('gives every step a place of its own when many are added at once', async () => {
    const { firm, database: db } = await createTestPortal({ database });
    const { id: caseId } = await firm.addCase({});
    const { steps } = firm.admin.firm;
    await Promise.all(
      Array.from({ length: 8 }, (_, count) => steps.create({ caseId, title: `Step ${count}`, position: 0 })),
    );
    const rows = await db.kysely.selectFrom('steps').orderBy('position').select('position').execute();
    assert.deepEqual(
      rows.map(({ position }) => position),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
  });

  it('makes no news of a visible step that only moves', async () => {
    const { firm } = await createTestPortal({ database });
    const ana = await firm.addClient('Ana Silva');
    const { id: caseId } = await firm.addCase({ clients: [ana] });
    const { steps } = firm.admin.firm;
    await steps.create({ caseId, title: 'First', visible: true });
    const { steps: both } = await steps.create({ caseId, title: 'Second', visible: true });
    const { revision } = await ana.portal.cases.get({ id: caseId });
    await ana.portal.notifications.seen({ type: 'case', id: caseId, revision });
    const lines = (await ana.portal.activity.list()).items.length;

    await steps.update({ caseId, id: both[1]!.id, position: 0 });
    const found = await ana.portal.cases.get({ id: caseId });
    assert.deepEqual(
      found.steps.map(({ title }) => title),
      ['Second', 'First'],
    );
    assert.equal(found.unseen, false);
    assert.equal((await ana.portal.activity.list()).items.length, lines);
    await steps.update({ caseId, id: both[1]!.id, state: 'done' });
    assert.equal((await ana.portal.cases.get({ id: caseId })).unseen, true);
  });
});
