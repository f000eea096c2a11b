import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../../ids.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { everything } from '../../testing/everything.ts';
import { failsAt, failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';

const event = { kind: 'hearing', title: 'Hearing', startsAt: '2026-04-01T14:00:00.000Z' } as const;
const all = ['case', 'messages', 'events', 'documents', 'billing', 'pay'];

async function withCase(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id } = await firm.addCase({ team: [daniel], clients: [ana] });
  const date = await daniel.firm.events.create({ caseId: id, ...event });
  const write = (subject: string, ...to: { id: string }[]) =>
    daniel.firm.threads.start({ caseId: id, recipientIds: to.map((one) => one.id), subject, body: 'Hello' });
  const shareDate = (personId: string, until?: string) =>
    daniel.firm.shares.create({ type: 'event', id: date.id, personId, ...(until && { until }) });
  return { firm, ana, daniel, id, cases: daniel.firm.cases, date, write, shareDate };
}

const counts = async ({ portal }: { portal: TestPortal['firm']['admin']['portal'] }) => [
  (await portal.cases.list()).items.length,
  (await portal.threads.list()).items.length,
  (await portal.events.list()).items.length,
];

forEachDatabase((_, database) => {
  it('F9: takes in clients and contacts, each with what is usual for their role', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, id, cases } = await withCase(portal);
    const parts = [
      ['co-client', all],
      ['guardian', all],
      ['contact', ['case', 'messages', 'events', 'documents']],
    ] as const;
    for (const [role, permissions] of parts) {
      const { id: personId } = await firm.addClient(`A ${role}`);
      portal.clock.pass(1);
      const { participants } = await cases.addParticipant({ id, personId, role });
      assert.deepEqual(participants.at(-1), {
        personId,
        name: `A ${role}`,
        role,
        permissions,
        joinedAt: portal.clock().toISOString(),
        until: null,
        leftAt: null,
        frozenAt: null,
        consentOn: null,
      });
    }
    const { participants } = await cases.get({ id });
    assert.deepEqual([participants[0]!.personId, participants[0]!.role], [ana.id, 'client']);
  });

  it('F9, B6: shares nothing with a contact but what is shared by hand', async () => {
    const portal = await createTestPortal({ database });
    const { firm, id, cases, write, shareDate } = await withCase(portal);
    const cleo = await firm.addClient('Cleo Marsh');
    await cases.addParticipant({ id, personId: cleo.id, role: 'contact' });
    await portal.server.settle();
    assert.deepEqual(await counts(cleo), [0, 0, 0]);
    assert.deepEqual((await cleo.portal.notifications.list()).items, []);
    await assert.rejects(write('Welcome', cleo), failsWith('recipients.outside-case'));
    await shareDate(cleo.id);
    assert.deepEqual(await counts(cleo), [0, 0, 1]);
    assert.equal((await cleo.portal.events.list()).items[0]!.caseTitle, null, 'a date names no case');
    await firm.admin.firm.shares.create({ type: 'case', id, personId: cleo.id });
    await write('Welcome', cleo);
    assert.deepEqual(await counts(cleo), [1, 1, 1]);
  });

  it('gives nobody more than their role may have, and says what does not fit', async () => {
    const portal = await createTestPortal({ database });
    const { firm, id, cases } = await withCase(portal);
    const { id: personId } = await firm.addClient('Bo Lind');
    type Part = Partial<Parameters<typeof cases.addParticipant>[0]>;
    const wrong: [part: Part, field: string, code: string][] = [
      [
        { role: 'payer', permissions: ['billing', 'case'], consentOn: '2026-03-01' },
        'permissions',
        'not-for-role',
      ],
      [{ permissions: ['messages'] }, 'permissions', 'needs-case'],
      [{ until: '2026-03-03T15:00:00.000Z' }, 'until', 'past'],
      [{ role: 'payer' }, 'consentOn', 'required'],
      [{ role: 'payer', consentOn: '2026-03-04' }, 'consentOn', 'future'],
      [{ role: 'guardian', consentOn: '2026-03-01' }, 'consentOn', 'unfit'],
    ];
    for (const [part, field, code] of wrong) {
      const adding = cases.addParticipant({ id, personId, ...part });
      await assert.rejects(adding, failsAt('request.invalid', [field], code));
    }
    assert.equal((await cases.get({ id })).participants.length, 1);
    await cases.addParticipant({ id, personId, permissions: ['case', 'messages'] });
  });

  it('takes only clients in, nobody of another firm, and nobody twice', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id, cases } = await withCase(portal);
    const stranger = await (await portal.addFirm('seaside')).addClient('Sid Moss');
    await assert.rejects(cases.addParticipant({ id, personId: daniel.id }), failsWith('conflict'));
    await assert.rejects(cases.addParticipant({ id, personId: stranger.id }), failsWith('not-found'));
    await assert.rejects(cases.addParticipant({ id, personId: newId('person') }), failsWith('not-found'));

    const before = await cases.get({ id });
    portal.clock.pass(60);
    // A system may say again what is so.
    assert.deepEqual(await cases.addParticipant({ id, personId: ana.id }), before);
    await assert.rejects(
      cases.addParticipant({ id, personId: ana.id, role: 'guardian' }),
      failsAt('conflict', ['personId'], 'present'),
    );
    assert.deepEqual(await cases.get({ id }), before);
  });

  it('L10: shows whoever joins nothing of what came before: no conversation, date, line of news or count', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, id, cases, shareDate } = await withCase(portal);
    const bo = await firm.addClient('Bo Lind');
    const thread = await ana.portal.threads.start({
      caseId: id,
      recipientIds: [daniel.id],
      subject: 'Between us',
      body: 'Only for you.',
    });
    await shareDate(ana.id);
    const { steps } = await daniel.firm.steps.create({ caseId: id, title: 'Prepare', visible: true });
    await daniel.firm.steps.update({ caseId: id, id: steps[0]!.id, state: 'done' });
    await daniel.firm.cases.update({ id, statusLabel: 'Filed' });
    await portal.server.settle();

    portal.clock.pass(60);
    await cases.addParticipant({ id, personId: bo.id, role: 'co-client' });
    await portal.server.settle();
    const found = await bo.portal.cases.get({ id });
    assert.equal(found.unseen, true);
    assert.equal(found.updatedAt, portal.clock().toISOString());
    assert.deepEqual(await counts(bo), [1, 0, 0]);
    await assert.rejects(bo.portal.threads.get({ id: thread.id }), failsWith('not-found'));
    await assert.rejects(bo.portal.messages.list({ id: thread.id }), failsWith('not-found'));
    const kindsOf = async (list: () => Promise<{ items: { kind: string }[] }>) =>
      (await list()).items.map(({ kind }) => kind);
    assert.deepEqual(await kindsOf(bo.portal.activity.list), ['case.shared']);
    assert.deepEqual(await kindsOf(bo.portal.notifications.list), ['case.shared']);
    assert.deepEqual(await bo.portal.notifications.counts(), { cases: 1, inbox: 0, calendar: 0 });

    // The control: who was there before has all of it, and hears nothing of the newcomer.
    assert.deepEqual(await kindsOf(ana.portal.activity.list), [
      'case.status.changed',
      'case.step.changed',
      'case.step.changed',
      'event.shared',
      'message.sent',
      'case.shared',
    ]);
    assert.deepEqual(await counts(ana), [1, 1, 1]);
  });

  it('L10: begins anew with whoever comes back, and keeps in mind that they were there', async () => {
    const portal = await createTestPortal({ database });
    const { ana, id, cases, write, shareDate } = await withCase(portal);
    await write('Before', ana);
    await shareDate(ana.id);
    portal.clock.pass(60);
    const leftAt = portal.clock().toISOString();
    const left = await cases.removeParticipant({ id, personId: ana.id });
    assert.deepEqual(left.participants, []);
    assert.deepEqual(
      left.former.map((one) => [one.personId, one.joinedAt, one.leftAt]),
      [[ana.id, '2026-03-03T15:00:00.000Z', leftAt]],
    );

    portal.clock.pass(60);
    const back = await cases.addParticipant({ id, personId: ana.id });
    assert.deepEqual(back.former, []);
    assert.equal(back.participants[0]!.joinedAt, portal.clock().toISOString());
    assert.deepEqual(await counts(ana), [1, 0, 0]);
    assert.deepEqual(
      (await ana.portal.activity.list()).items.map(({ kind, at }) => [kind, at]),
      [['case.shared', portal.clock().toISOString()]],
    );
    await write('After', ana);
    assert.deepEqual(
      (await ana.portal.threads.list()).items.map(({ subject }) => subject),
      ['After'],
    );
  });

  it('ends with the participation everything of the case that was shared, in the same moment', async () => {
    const portal = await createTestPortal({ database });
    const { ana, id, cases, write, shareDate } = await withCase(portal);
    const thread = await write('Welcome', ana);
    await shareDate(ana.id);
    await portal.server.settle();
    const before = await everything(ana, { cases: id, threads: thread.id });
    assert.ok([...before.values()].join().includes('Welcome'));

    await cases.removeParticipant({ id, personId: ana.id });
    assert.deepEqual(await counts(ana), [0, 0, 0]);
    const nothing = { items: [], next: null };
    assert.deepEqual(await ana.portal.activity.list(), nothing);
    assert.deepEqual(await ana.portal.notifications.list(), nothing);
    assert.deepEqual(await ana.portal.notifications.counts(), { cases: 0, inbox: 0, calendar: 0 });
    const { checklist: _, ...dashboard } = await ana.portal.dashboard.get();
    assert.deepEqual(dashboard, { actions: [], actionCount: 0, cases: [], events: [], activity: [] });
    await assert.rejects(
      ana.portal.messages.reply({ id: thread.id, body: 'Hello?' }),
      failsWith('not-found'),
    );
    await assert.rejects(cases.removeParticipant({ id, personId: ana.id }), failsWith('not-found'));
  });

  it('B6, B7: takes back at once what permissions no longer cover, and gives nothing back with them', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, id, cases, write, shareDate } = await withCase(portal);
    const bo = await firm.addClient('Bo Lind');
    await cases.addParticipant({ id, personId: bo.id, role: 'co-client' });
    const thread = await write('Welcome', ana, bo);
    for (const one of [ana, bo]) await shareDate(one.id);
    const update = (...permissions: ('case' | 'messages' | 'events')[]) =>
      cases.updateParticipant({ id, personId: ana.id, permissions });

    const { participants } = await update('events', 'case');
    const hers = participants.find(({ personId }) => personId === ana.id)!;
    assert.deepEqual(hers.permissions, ['case', 'events'], 'in the order of the table');
    assert.deepEqual(await counts(ana), [1, 0, 1]);
    await assert.rejects(ana.portal.messages.reply({ id: thread.id, body: '?' }), failsWith('not-found'));
    assert.deepEqual((await ana.portal.cases.recipients({ id })).items, []);
    const letter = { caseId: id, recipientIds: [daniel.id], subject: 'A question', body: '?' };
    await assert.rejects(ana.portal.threads.start(letter), failsWith('forbidden'));
    await assert.rejects(write('More', ana), failsWith('recipients.outside-case'));

    await update('events');
    assert.deepEqual(await counts(ana), [0, 0, 1]);
    await assert.rejects(
      daniel.firm.shares.create({ type: 'case', id, personId: ana.id }),
      failsAt('conflict', ['personId'], 'not-permitted'),
    );
    await update();
    assert.deepEqual(await counts(ana), [0, 0, 0]);
    await assert.rejects(shareDate(ana.id), failsAt('conflict', ['personId'], 'not-permitted'));

    // A client sees their case again, from now on.
    await update('case', 'messages', 'events');
    assert.deepEqual(await counts(ana), [1, 0, 0]);
    await ana.portal.threads.start(letter);
    assert.deepEqual(await counts(bo), [1, 1, 1], 'and nobody else has lost anything');
  });

  it('changes the role of somebody who is in, without sharing anything again', async () => {
    const { ana, id, cases } = await withCase(await createTestPortal({ database }));
    const { revision } = await ana.portal.cases.get({ id });
    await ana.portal.notifications.seen({ type: 'case', id, revision });
    const { participants } = await cases.updateParticipant({ id, personId: ana.id, role: 'guardian' });
    assert.deepEqual([participants[0]!.role, participants[0]!.permissions], ['guardian', all]);
    assert.equal((await ana.portal.cases.get({ id })).unseen, false);
    const { id: stranger } = await (await createTestPortal({ database })).firm.addClient();
    for (const personId of [stranger, newId('person')])
      await assert.rejects(cases.updateParticipant({ id, personId, role: 'client' }), failsWith('not-found'));
  });

  it('B10: ends a guardian’s part by itself, with all that is shared with them, early or late', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, id, cases, write, shareDate } = await withCase(portal);
    const { pass } = portal.clock;
    const gil = await firm.addClient('Gil Marsh');
    const until = '2026-03-03T15:10:00.000Z';
    await cases.addParticipant({ id, personId: gil.id, role: 'guardian', until });
    await write('Early', gil);
    assert.equal((await shareDate(gil.id, '2026-12-24T00:00:00.000Z')).until, until, 'cut to their part');
    await shareDate(ana.id);
    pass(599);
    await write('Late', ana, gil);
    assert.deepEqual(await counts(gil), [1, 2, 1]);

    pass(1);
    assert.deepEqual(await counts(gil), [0, 0, 0], 'by the clock alone');
    const { participants, former } = await cases.get({ id });
    assert.deepEqual(
      [participants, former].map((list) => list.map((one) => [one.personId, one.leftAt])),
      [[[ana.id, null]], [[gil.id, until]]],
    );
    await assert.rejects(shareDate(gil.id), failsWith('conflict'));
    await assert.rejects(write('Too late', gil), failsWith('recipients.outside-case'));
    await assert.rejects(cases.freezeParticipant({ id, personId: gil.id }), failsWith('not-found'));
    await portal.server.settle();
    assert.deepEqual(await counts(gil), [0, 0, 0]);
    assert.deepEqual(await counts(ana), [1, 1, 1]);

    await cases.addParticipant({ id, personId: gil.id, role: 'contact' });
    await portal.server.settle();
    assert.deepEqual(await counts(gil), [0, 0, 0]);
  });

  it('B10: moves the end of a part, and the ends that hang on it', async () => {
    const portal = await createTestPortal({ database });
    const { firm, id, cases, write, shareDate } = await withCase(portal);
    const { pass } = portal.clock;
    const gil = await firm.addClient('Gil Marsh');
    const at = (minutes: number) =>
      new Date(Date.parse('2026-03-03T15:00:00.000Z') + minutes * 60_000).toISOString();
    const update = (until: string | null) => cases.updateParticipant({ id, personId: gil.id, until });
    await cases.addParticipant({ id, personId: gil.id, role: 'guardian', until: at(6) });
    await write('Welcome', gil);
    assert.equal((await shareDate(gil.id, at(3))).until, at(3));
    await update(at(12));
    pass(4 * 60);
    assert.deepEqual(await counts(gil), [1, 1, 0], 'what was to end before still does');
    pass(6 * 60);
    assert.deepEqual(await counts(gil), [1, 1, 0]);
    await update(null);
    pass(10 * 60);
    assert.deepEqual(await counts(gil), [1, 1, 0]);
    await update(at(25));
    pass(5 * 60);
    assert.deepEqual(await counts(gil), [0, 0, 0]);
  });
});
