import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../../ids.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';

async function withCase(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const rosa = await firm.addStaff('Rosa Vidal', 'staff');
  const { id } = await firm.addCase({ team: [daniel], clients: [ana] });
  return { firm, ana, daniel, rosa, id, cases: firm.admin.firm.cases };
}

forEachDatabase((_, database) => {
  it('sets the team in its order, each with a part', async () => {
    const { daniel, rosa, id, cases } = await withCase(await createTestPortal({ database }));
    const members = [
      { personId: rosa.id, part: 'Paralegal' },
      { personId: daniel.id, part: 'Lead attorney' },
    ];
    const { team } = await cases.setTeam({ id, members });
    assert.deepEqual(
      team.map(({ name, part }) => [name, part]),
      [
        ['Rosa Vidal', 'Paralegal'],
        ['Daniel Okafor', 'Lead attorney'],
      ],
    );
    assert.deepEqual((await rosa.firm.cases.get({ id })).team, team);
  });

  it('takes a case away from whoever leaves its team, conversations included, at once', async () => {
    const { ana, daniel, rosa, id, cases } = await withCase(await createTestPortal({ database }));
    const thread = await ana.portal.threads.start({
      caseId: id,
      recipientIds: [daniel.id],
      subject: 'A question',
      body: 'When?',
    });
    await daniel.firm.threads.get({ id: thread.id });
    await cases.setTeam({ id, members: [{ personId: rosa.id }] });

    assert.deepEqual((await daniel.firm.cases.list()).items, []);
    await assert.rejects(daniel.firm.cases.get({ id }), failsWith('not-found'));
    await assert.rejects(daniel.firm.threads.get({ id: thread.id }), failsWith('not-found'));
    assert.deepEqual((await daniel.firm.threads.list()).items, []);
    assert.deepEqual(await daniel.portal.notifications.counts(), { cases: 0, inbox: 0, calendar: 0 });
    assert.deepEqual(
      (await ana.portal.cases.get({ id })).team.map(({ name }) => name),
      ['Rosa Vidal'],
    );
  });

  it('lets staff take themselves off a case, and answers them once more', async () => {
    const { daniel, id } = await withCase(await createTestPortal({ database }));
    const left = await daniel.firm.cases.setTeam({ id, members: [] });
    assert.deepEqual(left.team, []);
    await assert.rejects(daniel.firm.cases.get({ id }), failsWith('not-found'));
  });

  it('takes only staff of the firm into the team, and says who is not', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id, cases } = await withCase(portal);
    const stranger = await (await portal.addFirm('seaside')).addStaff('Sid Moss');
    for (const personId of [ana.id, stranger.id, newId('person')]) {
      await assert.rejects(
        cases.setTeam({ id, members: [{ personId: daniel.id }, { personId }] }),
        (error: unknown) => {
          failsWith('request.invalid')(error);
          const { issues } = error as { issues: { path: unknown; code: string }[] };
          assert.deepEqual(
            issues.map(({ path, code }) => [path, code]),
            [[['members', 1, 'personId'], 'not-staff']],
          );
          return true;
        },
      );
    }
    const twice = [{ personId: daniel.id }, { personId: daniel.id }];
    await assert.rejects(cases.setTeam({ id, members: twice }), failsWith('request.invalid'));
  });

  it('lets nobody into a conversation who leaves the case in the same moment', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, rosa, id, cases } = await withCase(portal);
    for (let round = 0; round < 10; round++) {
      await cases.setTeam({ id, members: [{ personId: daniel.id }, { personId: rosa.id }] });
      await Promise.allSettled([
        ana.portal.threads.start({
          caseId: id,
          recipientIds: [daniel.id],
          subject: `Round ${round}`,
          body: 'Hello',
        }),
        cases.setTeam({ id, members: [{ personId: rosa.id }] }),
      ]);
      assert.deepEqual((await daniel.firm.threads.list()).items, [], `round ${round}`);
    }
  });
});
