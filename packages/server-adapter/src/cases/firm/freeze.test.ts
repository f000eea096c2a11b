/** Joint clients fall out: one step keeps the case from one of them, and nothing is forgotten. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMarkedCase, canary, tellTales } from '../../testing/canary.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { everything, tryEverything } from '../../testing/everything.ts';
import { failsAt, failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';
import { testSystem } from '../../testing/system.ts';

async function begin(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const bo = await firm.addClient('Bo Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const items = await addMarkedCase(firm, { team: [daniel], clients: [ana, bo] });
  await portal.server.settle();
  const key = { id: items.cases, personId: bo.id };
  const write = (subject: string, ...to: { id: string }[]) =>
    daniel.firm.threads.start({
      caseId: items.cases,
      recipientIds: to.map(({ id }) => id),
      subject,
      body: 'Hello',
    });
  return { firm, ana, bo, daniel, items, key, write, cases: daniel.firm.cases };
}

const counts = async ({ portal }: { portal: TestPortal['firm']['admin']['portal'] }) => [
  (await portal.cases.list()).items.length,
  (await portal.threads.list()).items.length,
  (await portal.events.list()).items.length,
];

forEachDatabase((_, database) => {
  it('L11, G4: keeps the whole case from one participant with the next call, and from nobody else', async () => {
    const portal = await createTestPortal({ database });
    const { ana, bo, items, key, cases } = await begin(portal);
    const before = await everything(ana, items);
    assert.ok(tellTales(await everything(bo, items)).length > 5, 'the control');

    portal.clock.pass(60);
    const { participants } = await cases.freezeParticipant(key);
    const frozen = participants.find(({ personId }) => personId === bo.id)!;
    assert.deepEqual([frozen.frozenAt, frozen.leftAt], [portal.clock().toISOString(), null]);
    const answers = await tryEverything(bo, items);
    assert.deepEqual(tellTales(answers), []);
    for (const name of ['cases.get', 'cases.recipients', 'threads.get', 'messages.list'])
      assert.equal(answers.get(name)?.status, 404, name);
    assert.deepEqual(await bo.portal.notifications.counts(), { cases: 0, inbox: 0, calendar: 0 });
    await assert.rejects(bo.portal.messages.reply({ id: items.threads, body: '?' }), failsWith('not-found'));
    const sight = { type: 'case', id: items.cases, revision: 1 } as const;
    await assert.rejects(bo.portal.notifications.seen(sight), failsWith('not-found'));

    // To the other client only one name is missing.
    const after = await everything(ana, items);
    const differs = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
    assert.deepEqual(differs, ['threads.get']);
    assert.equal((await ana.portal.threads.get({ id: items.threads })).participants.length, 2);
  });

  it('L11: refuses whatever is shared with or written to a frozen person, and drops mails that wait', async () => {
    const portal = await createTestPortal({ database });
    const { bo, daniel, items, key, write, cases } = await begin(portal);
    const mails = () => portal.mails.filter(({ to }) => to === bo.email).length;
    const told = mails();
    await cases.update({ id: items.cases, statusLabel: 'Filed' });
    await cases.freezeParticipant(key);
    await portal.server.settle();
    assert.equal(mails(), told);

    const system = await testSystem(portal, ['shares', 'messages']);
    for (const { shares } of [daniel.firm, portal.firm.admin.firm, system])
      for (const item of [
        { type: 'case', id: items.cases },
        { type: 'event', id: items.events },
      ] as const) {
        const sharing = shares.create({ ...item, personId: bo.id });
        await assert.rejects(sharing, failsAt('conflict', ['personId'], 'frozen'));
      }
    await assert.rejects(write('For you', bo), failsWith('recipients.outside-case'));
    assert.deepEqual(await counts(bo), [0, 0, 0]);
    await cases.unfreezeParticipant(key);
    await write('For you', bo);
    assert.deepEqual(await counts(bo), [1, 2, 1]);
  });

  it('L11: lets a conversation rest while somebody in it is frozen, so that nothing is said behind their back', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, key, write, cases } = await begin(portal);
    const { id } = await write('With Ana alone', ana);
    await cases.freezeParticipant(key);
    const answer = { id: items.threads, body: 'Between us' };
    const system = await testSystem(portal, ['messages']);
    await assert.rejects(daniel.firm.messages.reply(answer), failsAt('conflict', [], 'frozen'));
    await assert.rejects(
      system.messages.reply({ ...answer, authorId: daniel.id }),
      failsAt('conflict', [], 'frozen'),
    );
    // A client is not told about another.
    await assert.rejects(ana.portal.messages.reply(answer), failsWith('recipients.outside-case'));
    await ana.portal.messages.reply({ id, body: 'Thank you' });
    await daniel.firm.messages.reply({ id, body: 'You are welcome' });
    await cases.unfreezeParticipant(key);
    await ana.portal.messages.reply(answer);
    await daniel.firm.messages.reply(answer);
  });

  it('L11: gives back exactly what was shared before, and nothing that was written meanwhile', async () => {
    const portal = await createTestPortal({ database });
    const { ana, bo, items, key, write, cases } = await begin(portal);
    const before = await everything(bo, items);
    await cases.freezeParticipant(key);
    assert.deepEqual(
      await cases.freezeParticipant(key),
      await cases.get({ id: items.cases }),
      'a second time is no other',
    );
    await write('Meanwhile', ana);
    await portal.server.settle();
    portal.clock.pass(60);
    await cases.unfreezeParticipant(key);
    await portal.server.settle();
    assert.deepEqual(await everything(bo, items), before);
    assert.deepEqual(await counts(ana), [1, 2, 1], 'the control');
    assert.deepEqual((await cases.unfreezeParticipant(key)).participants[0]!.frozenAt, null);
  });

  it('L11: does not give back what was taken back, ended or no longer covered meanwhile', async () => {
    const portal = await createTestPortal({ database });
    const { bo, daniel, items, key, cases } = await begin(portal);
    const item = { type: 'event', id: items.events } as const;
    const date = { ...item, personId: bo.id };
    const until = '2026-03-03T15:05:00.000Z';
    await cases.freezeParticipant(key);
    const share = (await daniel.firm.shares.list(item)).items.find(({ personId }) => personId === bo.id)!;
    assert.deepEqual([share.frozen, share.until], [true, null], 'the firm sees what waits');
    await daniel.firm.shares.end(date);
    await assert.rejects(daniel.firm.shares.end(date), failsWith('not-found'));
    await cases.unfreezeParticipant(key);
    assert.deepEqual(await counts(bo), [1, 1, 0]);

    await daniel.firm.shares.create({ ...date, until });
    await cases.freezeParticipant(key);
    portal.clock.pass(300);
    await portal.server.settle();
    await cases.unfreezeParticipant(key);
    await portal.server.settle();
    assert.deepEqual(await counts(bo), [1, 1, 0]);

    await cases.freezeParticipant(key);
    await cases.updateParticipant({ ...key, permissions: ['case', 'events'] });
    await cases.unfreezeParticipant(key);
    assert.deepEqual(await counts(bo), [1, 0, 0]);

    await cases.updateParticipant({ ...key, permissions: ['events'] });
    await cases.freezeParticipant(key);
    await assert.rejects(
      cases.updateParticipant({ ...key, permissions: ['case', 'events'] }),
      failsAt('conflict', ['personId'], 'frozen'),
    );
  });

  it('L11, B10: lets a frozen guardian’s time run out', async () => {
    const portal = await createTestPortal({ database });
    const { bo, key, cases } = await begin(portal);
    await cases.freezeParticipant(key);
    await cases.updateParticipant({ ...key, until: '2026-03-03T15:10:00.000Z' });
    portal.clock.pass(300);
    await cases.unfreezeParticipant(key);
    assert.deepEqual(await counts(bo), [1, 1, 1]);
    portal.clock.pass(300);
    assert.deepEqual(await counts(bo), [0, 0, 0]);
    await assert.rejects(cases.unfreezeParticipant(key), failsWith('not-found'));
  });

  it('L11: is not undone by taking somebody out and in again, nor by letting their time run out', async () => {
    const portal = await createTestPortal({ database });
    const { firm, bo, daniel, items, key, cases } = await begin(portal);
    const mia = await firm.addStaff('Mia Chen', 'staff');
    const members = [daniel, mia].map(({ id: personId }) => ({ personId }));
    await cases.setTeam({ id: items.cases, members });
    const system = await testSystem(portal, ['cases']);
    const others = [system, mia.firm];
    const addBack = async () => {
      for (const other of others)
        await assert.rejects(
          other.cases.addParticipant({ ...key, role: 'co-client' }),
          failsWith('forbidden'),
        );
      assert.deepEqual(await counts(bo), [0, 0, 0]);
    };
    await cases.freezeParticipant(key);
    await system.cases.removeParticipant(key);
    await addBack();
    await cases.addParticipant({ ...key, role: 'co-client' });
    assert.deepEqual(await counts(bo), [1, 0, 0]);

    await cases.updateParticipant({ ...key, until: '2026-03-03T15:05:00.000Z' });
    await cases.freezeParticipant(key);
    portal.clock.pass(301);
    await addBack();
    await cases.addParticipant({ ...key, role: 'co-client' });
    assert.deepEqual(await counts(bo), [1, 0, 0]);
    const stale = () => portal.database.kysely.selectFrom('frozen_shares').selectAll().execute();
    assert.deepEqual(await stale(), []);
    await cases.freezeParticipant(key);
    assert.equal((await stale()).length, 1, 'the control');

    // Who was not frozen comes back by anybody who works on the case.
    await cases.unfreezeParticipant(key);
    await system.cases.removeParticipant(key);
    await system.cases.addParticipant({ ...key, role: 'co-client' });
    assert.deepEqual(await counts(bo), [1, 0, 0]);
  });

  it('L11: forgets what was frozen with who leaves, and writes down who froze whom without a word of the case', async () => {
    const portal = await createTestPortal({ database });
    const { bo, daniel, items, key, cases } = await begin(portal);
    await cases.freezeParticipant(key);
    await cases.removeParticipant(key);
    await assert.rejects(cases.unfreezeParticipant(key), failsWith('not-found'));
    const back = await cases.addParticipant({ ...key, role: 'co-client' });
    assert.equal(back.participants.find(({ personId }) => personId === bo.id)!.frozenAt, null);
    assert.deepEqual(await counts(bo), [1, 0, 0]);
    const entries = await portal.database.kysely
      .selectFrom('journal')
      .where('case_id', '=', items.cases)
      .where('verb', 'like', 'case.participant.%')
      .orderBy('seq')
      .select(['verb', 'actor_id', 'data'])
      .execute();
    const frozen = entries.find(({ verb }) => verb === 'case.participant.frozen');
    assert.deepEqual([frozen?.actor_id, frozen?.data], [daniel.id, `{"personIds":["${bo.id}"]}`]);
    assert.ok(!JSON.stringify(entries).includes(canary));
  });
});
