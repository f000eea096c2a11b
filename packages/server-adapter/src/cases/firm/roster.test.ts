import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../../ids.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { everything } from '../../testing/everything.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';

const event = { kind: 'hearing', title: 'Hearing', startsAt: '2026-04-01T14:00:00.000Z' } as const;

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

  it('shares the case with a participant, and nothing older', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, id, cases } = await withCase(portal);
    const bo = await firm.addClient('Bo Lind');
    const thread = await ana.portal.threads.start({
      caseId: id,
      recipientIds: [daniel.id],
      subject: 'Between us',
      body: 'Only for you.',
    });
    const date = await daniel.firm.events.create({ caseId: id, ...event });
    await daniel.firm.shares.create({ type: 'event', id: date.id, personId: ana.id });
    await portal.server.settle();

    portal.clock.pass(60);
    const { participants } = await cases.addParticipant({ id, personId: bo.id, role: 'co-client' });
    await portal.server.settle();
    assert.deepEqual(
      participants.map(({ name, role }) => [name, role]),
      [
        ['Ana Silva', 'client'],
        ['Bo Lind', 'co-client'],
      ],
    );
    assert.equal((await bo.portal.cases.get({ id })).unseen, true);
    assert.deepEqual((await bo.portal.threads.list()).items, []);
    assert.deepEqual((await bo.portal.events.list()).items, []);
    await assert.rejects(bo.portal.threads.get({ id: thread.id }), failsWith('not-found'));
    assert.deepEqual(
      (await bo.portal.activity.list()).items.map(({ kind }) => kind),
      ['case.shared'],
    );
    assert.deepEqual(await bo.portal.notifications.counts(), { cases: 1, inbox: 0, calendar: 0 });
    // Ana hears nothing of it, and keeps what she has.
    assert.ok(
      (await ana.portal.activity.list()).items.every(
        ({ kind, at }) => kind !== 'case.shared' || at < portal.clock().toISOString(),
      ),
    );
    assert.equal((await ana.portal.threads.list()).items.length, 1);
  });

  it('ends with the participation everything of the case that was shared, in the same moment', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id, cases } = await withCase(portal);
    const thread = await daniel.firm.threads.start({
      caseId: id,
      recipientIds: [ana.id],
      subject: 'Welcome',
      body: 'Hello Ana',
    });
    const date = await daniel.firm.events.create({ caseId: id, ...event });
    await daniel.firm.shares.create({ type: 'event', id: date.id, personId: ana.id });
    await portal.server.settle();
    const before = await everything(ana, { cases: id, threads: thread.id });
    assert.ok([...before.values()].join().includes('Welcome'));

    const { participants } = await cases.removeParticipant({ id, personId: ana.id });
    assert.deepEqual(participants, []);
    const nothing = { items: [], next: null };
    assert.deepEqual(await ana.portal.cases.list(), nothing);
    assert.deepEqual(await ana.portal.threads.list(), nothing);
    assert.deepEqual(await ana.portal.events.list(), nothing);
    assert.deepEqual(await ana.portal.activity.list(), nothing);
    assert.deepEqual(await ana.portal.notifications.list(), nothing);
    assert.deepEqual(await ana.portal.notifications.counts(), { cases: 0, inbox: 0, calendar: 0 });
    assert.deepEqual(await ana.portal.dashboard.get(), {
      actions: [],
      actionCount: 0,
      cases: [],
      events: [],
      activity: [],
    });
    await assert.rejects(
      ana.portal.messages.reply({ id: thread.id, body: 'Hello?' }),
      failsWith('not-found'),
    );
    await assert.rejects(cases.removeParticipant({ id, personId: ana.id }), failsWith('not-found'));
  });

  it('gives somebody who comes back the case from then on, and nothing that was theirs before', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id, cases } = await withCase(portal);
    const recipients = { caseId: id, recipientIds: [ana.id], body: 'Hello' };
    await daniel.firm.threads.start({ ...recipients, subject: 'Before' });
    await cases.removeParticipant({ id, personId: ana.id });
    portal.clock.pass(60);
    await cases.addParticipant({ id, personId: ana.id });
    assert.equal((await ana.portal.cases.list()).items.length, 1);
    assert.deepEqual((await ana.portal.threads.list()).items, []);
    await daniel.firm.threads.start({ ...recipients, subject: 'After' });
    assert.deepEqual(
      (await ana.portal.threads.list()).items.map(({ subject }) => subject),
      ['After'],
    );
  });

  it('changes the role of somebody who is in, without sharing anything again', async () => {
    const { ana, id, cases } = await withCase(await createTestPortal({ database }));
    const { revision } = await ana.portal.cases.get({ id });
    await ana.portal.notifications.seen({ type: 'case', id, revision });
    const { participants } = await cases.addParticipant({ id, personId: ana.id, role: 'guardian' });
    assert.deepEqual(
      participants.map(({ role }) => role),
      ['guardian'],
    );
    assert.equal((await ana.portal.cases.get({ id })).unseen, false);
  });

  it('takes clients as participants, never staff, and nobody of another firm', async () => {
    const portal = await createTestPortal({ database });
    const { daniel, id, cases } = await withCase(portal);
    const stranger = await (await portal.addFirm('seaside')).addClient('Sid Moss');
    await assert.rejects(cases.addParticipant({ id, personId: daniel.id }), failsWith('conflict'));
    await assert.rejects(cases.addParticipant({ id, personId: stranger.id }), failsWith('not-found'));
    await assert.rejects(cases.addParticipant({ id, personId: newId('person') }), failsWith('not-found'));
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
