import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

/** Ana's case, with Daniel as its team. */
async function withAna(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id } = await firm.addCase({ title: 'Petition for residence', team: [daniel], clients: [ana] });
  return { ana, daniel, id };
}

forEachDatabase((_, database) => {
  it('lists a client the cases that are shared with them, and no other', async () => {
    const { firm } = await createTestPortal({ database });
    const ana = await firm.addClient('Ana Silva');
    const bo = await firm.addClient('Bo Lind');
    await firm.addCase({ title: 'Of Bo', clients: [bo] });
    assert.deepEqual(await ana.portal.cases.list(), { items: [], next: null });

    const { id } = await firm.addCase({ title: 'Of Ana', clients: [ana] });
    const { items } = await ana.portal.cases.list();
    assert.deepEqual(items, [
      {
        id,
        title: 'Of Ana',
        area: 'Immigration',
        state: 'active',
        status: { label: 'Waiting for a decision', meaning: null },
        currentStep: null,
        updatedAt: '2026-03-03T15:00:00.000Z',
        unseen: true,
      },
    ]);
  });

  it('shows a case with its visible steps in order and the people who work on it', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id } = await withAna(portal);
    const { steps } = daniel.firm;
    await steps.create({ caseId: id, title: 'Interview', visible: true });
    await steps.create({ caseId: id, title: 'Prepare', visible: true, state: 'current', position: 0 });
    await steps.create({ caseId: id, title: 'Think of a strategy' });
    await portal.firm.admin.firm.people.update({ id: daniel.id, title: 'Attorney' });

    const found = await ana.portal.cases.get({ id });
    assert.deepEqual(
      found.steps.map(({ title, state }) => [title, state]),
      [
        ['Prepare', 'current'],
        ['Interview', 'upcoming'],
      ],
    );
    assert.equal(found.currentStep, 'Prepare');
    assert.deepEqual(found.team, [
      { id: daniel.id, name: 'Daniel Okafor', title: 'Attorney', photoUrl: null },
    ]);
    assert.deepEqual((await ana.portal.cases.recipients({ id })).items, found.team);
  });

  it('answers a case of somebody else like one that does not exist', async () => {
    const portal = await createTestPortal({ database });
    const { ana, id } = await withAna(portal);
    const bo = await portal.firm.addClient('Bo Lind');
    await assert.rejects(bo.portal.cases.get({ id }), failsWith('not-found'));
    await assert.rejects(bo.portal.cases.recipients({ id }), failsWith('not-found'));
    assert.equal((await ana.portal.cases.get({ id })).id, id);
  });

  it('gives pages, latest activity first, that repeat nothing when a case moves up in between', async () => {
    const { firm, clock } = await createTestPortal({ database });
    const ana = await firm.addClient('Ana Silva');
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) {
      clock.pass(60);
      ids.unshift((await firm.addCase({ title: `Case ${count}`, clients: [ana] })).id);
    }
    const first = await ana.portal.cases.list({ limit: 2 });
    assert.deepEqual(
      first.items.map(({ id }) => id),
      ids.slice(0, 2),
    );

    clock.pass(60);
    await firm.admin.firm.cases.update({ id: ids[4]!, statusLabel: 'Decided' });
    const second = await ana.portal.cases.list({ limit: 2, cursor: first.next! });
    assert.deepEqual(
      second.items.map(({ id }) => id),
      ids.slice(2, 4),
    );
    assert.equal(second.next, null);
    assert.equal((await ana.portal.cases.list()).items[0]!.id, ids[4]);
  });

  it('keeps cases that changed in the same instant apart', async () => {
    const { firm } = await createTestPortal({ database });
    const ana = await firm.addClient('Ana Silva');
    const ids = new Set<string>();
    for (let count = 0; count < 5; count++) ids.add((await firm.addCase({ clients: [ana] })).id);
    let cursor: string | undefined;
    const found: string[] = [];
    do {
      const page = await ana.portal.cases.list({ limit: 2, ...(cursor !== undefined && { cursor }) });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual([...found].sort(), [...ids].sort());
  });

  it('refuses a cursor that it has not given out, and says that it is the cursor', async () => {
    const { firm } = await createTestPortal({ database });
    const ana = await firm.addClient('Ana Silva');
    const forged = Buffer.from('2026-03-03 case_x').toString('base64url');
    for (const cursor of ['x', '!', forged, Buffer.from('12').toString('base64url')]) {
      await assert.rejects(ana.portal.cases.list({ cursor }), (error: unknown) => {
        failsWith('request.invalid')(error);
        assert.deepEqual((error as { issues: { path: unknown }[] }).issues[0]!.path, ['cursor']);
        return true;
      });
    }
  });

  it('marks a case unseen until its client has looked as far as its revision', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id } = await withAna(portal);
    const look = async () => {
      const { revision } = await ana.portal.cases.get({ id });
      await ana.portal.notifications.seen({ type: 'case', id, revision });
    };
    assert.equal((await ana.portal.cases.get({ id })).unseen, true);
    await look();
    assert.equal((await ana.portal.cases.get({ id })).unseen, false);
    await daniel.firm.cases.update({ id, statusLabel: 'Decided' });
    assert.equal((await ana.portal.cases.get({ id })).unseen, true);
  });

  it('asks of a client what visible, unfinished steps wait for them, soonest due first', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id } = await withAna(portal);
    const add = (title: string, values: object) =>
      daniel.firm.steps.create({ caseId: id, title, visible: true, waitingOn: 'client', ...values });
    await add('Some day', {});
    await add('Later', { dueOn: '2026-05-01' });
    await add('Soon', { dueOn: '2026-04-01', state: 'current' });
    await add('Done', { state: 'done', dueOn: '2026-03-01' });
    await add('Hidden', { visible: false, dueOn: '2026-03-01' });
    await add('Ours', { waitingOn: 'firm', dueOn: '2026-03-01' });

    const { actions } = await ana.portal.cases.get({ id });
    assert.deepEqual(
      actions.map(({ kind, title, dueOn, caseId }) => [kind, title, dueOn, caseId]),
      [
        ['step', 'Soon', '2026-04-01', id],
        ['step', 'Later', '2026-05-01', id],
        ['step', 'Some day', null, id],
      ],
    );

    await daniel.firm.cases.update({ id, state: 'closed' });
    assert.deepEqual((await ana.portal.cases.get({ id })).actions, []);
  });

  it('asks of a client to read what the firm wrote last, until they have', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, id } = await withAna(portal);
    const thread = await daniel.firm.threads.start({
      caseId: id,
      recipientIds: [ana.id],
      subject: 'Your interview',
      body: 'It is on Monday.',
    });
    const other = await portal.firm.addCase({ clients: [ana] });
    const [action] = (await ana.portal.cases.get({ id })).actions;
    assert.deepEqual(action, {
      kind: 'message',
      subjectId: thread.id,
      caseId: id,
      title: 'Your interview',
      dueOn: null,
    });
    assert.deepEqual((await ana.portal.cases.get({ id: other.id })).actions, []);

    const { revision } = await ana.portal.threads.get({ id: thread.id });
    await ana.portal.notifications.seen({ type: 'thread', id: thread.id, revision });
    assert.deepEqual((await ana.portal.cases.get({ id })).actions, []);
  });
});
