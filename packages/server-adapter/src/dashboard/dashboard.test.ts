import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal } from '../testing/index.ts';

forEachDatabase((_, database) => {
  it('is empty for a client with whom nothing is shared, whatever others have', async () => {
    const { firm } = await createTestPortal({ database });
    const bo = await firm.addClient('Bo Lind');
    await firm.addCase({ clients: [bo] });
    const ana = await firm.addClient('Ana Silva');
    const checklist = await ana.portal.checklist.get();
    const nothing = { actions: [], actionCount: 0, cases: [], events: [], activity: [], checklist };
    assert.deepEqual(await ana.portal.dashboard.get(), nothing);
    assert.notDeepEqual(await bo.portal.dashboard.get(), nothing);
  });

  it('holds a handful of each, the most pressing and the latest, and how much there is to do in all', async () => {
    const { firm, clock } = await createTestPortal({ database });
    const ana = await firm.addClient('Ana Silva');
    const { cases, steps, events, shares } = firm.admin.firm;
    const ids: string[] = [];
    for (let count = 0; count < 7; count++) {
      clock.pass(60);
      const { id } = await firm.addCase({ title: `Case ${count}`, clients: [ana] });
      ids.push(id);
    }
    await cases.update({ id: ids[6]!, state: 'closed' });
    for (let day = 1; day <= 5; day++) {
      await steps.create({
        caseId: ids[0]!,
        title: `Do ${day}`,
        visible: true,
        waitingOn: 'client',
        dueOn: `2026-04-0${6 - day}`,
      });
      const event = await events.create({
        caseId: ids[0]!,
        kind: 'other',
        title: `Day ${day}`,
        startsOn: `2026-05-0${6 - day}`,
      });
      await shares.create({ type: 'event', id: event.id, personId: ana.id });
    }

    const found = await ana.portal.dashboard.get();
    assert.deepEqual(
      found.actions.map(({ title }) => title),
      ['Do 5', 'Do 4', 'Do 3'],
    );
    assert.equal(found.actionCount, 5);
    assert.deepEqual(
      found.events.map(({ title }) => title),
      ['Day 5', 'Day 4', 'Day 3'],
    );
    assert.deepEqual(
      found.cases.map(({ title }) => title),
      ['Case 0', 'Case 5', 'Case 4', 'Case 3', 'Case 2'],
    );
    assert.equal(found.activity.length, 5);
    assert.deepEqual(
      found.cases,
      (await ana.portal.cases.list()).items.filter(({ state }) => state === 'active').slice(0, 5),
    );
    assert.deepEqual(found.activity, (await ana.portal.activity.list({ limit: 5 })).items);
  });
});
