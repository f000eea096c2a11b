/** Sharing as the firm does it, through the contract. What a share is, is proved in `shares.test.ts`. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../ids.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

async function withEvent(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const bo = await firm.addClient('Bo Lind');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana, bo] });
  const event = await daniel.firm.events.create({
    caseId,
    kind: 'other',
    title: 'Hearing',
    startsOn: '2026-04-01',
  });
  return {
    firm,
    ana,
    bo,
    daniel,
    caseId,
    date: { type: 'event', id: event.id } as const,
    shares: daniel.firm.shares,
  };
}

forEachDatabase((_, database) => {
  it('shares a date with one participant, and says since when and whether they have looked', async () => {
    const portal = await createTestPortal({ database });
    const { ana, bo, date, shares } = await withEvent(portal);
    const made = await shares.create({ ...date, personId: ana.id });
    const share = {
      personId: ana.id,
      name: 'Ana Silva',
      ...date,
      from: '2026-03-03T15:00:00.000Z',
      until: null,
      frozen: false,
      firstSeenAt: null,
    };
    assert.deepEqual(made, share);
    assert.equal((await ana.portal.events.list()).items.length, 1);
    assert.deepEqual((await bo.portal.events.list()).items, []);

    portal.clock.pass(60);
    await ana.portal.notifications.seen({ ...date, revision: 1_000 });
    const firstSeenAt = portal.clock().toISOString();
    assert.deepEqual(await shares.list(date), { items: [{ ...share, firstSeenAt }] });
  });

  it('takes an item back at once, and once', async () => {
    const { ana, date, shares } = await withEvent(await createTestPortal({ database }));
    await shares.create({ ...date, personId: ana.id });
    await ana.portal.notifications.seen({ ...date, revision: 1_000 });
    await shares.end({ ...date, personId: ana.id });
    assert.deepEqual((await ana.portal.events.list()).items, []);
    assert.deepEqual(await shares.list(date), { items: [] });
    await assert.rejects(shares.end({ ...date, personId: ana.id }), failsWith('not-found'));
    const again = await shares.create({ ...date, personId: ana.id });
    assert.equal(again.firstSeenAt, null, 'it begins anew, and nobody has looked');
  });

  it('ends by itself when its time is over', async () => {
    const portal = await createTestPortal({ database });
    const { ana, date, shares } = await withEvent(portal);
    const until = '2026-03-03T15:10:00.000Z';
    assert.equal((await shares.create({ ...date, personId: ana.id, until })).until, until);
    portal.clock.pass(599);
    assert.equal((await ana.portal.events.list()).items.length, 1);
    portal.clock.pass(1);
    assert.deepEqual((await ana.portal.events.list()).items, []);
    assert.deepEqual(await shares.list(date), { items: [] });
    await assert.rejects(shares.create({ ...date, personId: ana.id, until }), failsWith('request.invalid'));
  });

  it('tells nothing new when it is shared again, and moves its end', async () => {
    const portal = await createTestPortal({ database });
    const { ana, date, shares } = await withEvent(portal);
    const made = await shares.create({ ...date, personId: ana.id });
    await ana.portal.notifications.seen({ ...date, revision: 1_000 });
    await portal.server.settle();
    const mails = portal.mails.length;
    portal.clock.pass(60);
    const again = await shares.create({ ...date, personId: ana.id });
    assert.equal(again.from, made.from);
    const until = '2026-05-01T00:00:00.000Z';
    assert.equal((await shares.create({ ...date, personId: ana.id, until })).until, until);
    await portal.server.settle();
    assert.equal((await ana.portal.notifications.counts()).calendar, 0);
    assert.equal(portal.mails.length, mails);
  });

  it('shares only with participants of the case', async () => {
    const portal = await createTestPortal({ database });
    const { firm, daniel, date, shares } = await withEvent(portal);
    const cleo = await firm.addClient('Cleo Marsh');
    const stranger = await (await portal.addFirm('seaside')).addClient('Sven Dahl');
    await assert.rejects(shares.create({ ...date, personId: cleo.id }), failsWith('conflict'));
    await assert.rejects(shares.create({ ...date, personId: daniel.id }), failsWith('conflict'));
    await assert.rejects(shares.create({ ...date, personId: stranger.id }), failsWith('not-found'));
    await assert.rejects(shares.create({ ...date, personId: newId('person') }), failsWith('not-found'));
  });

  it('knows only items of the cases that the caller sees', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, caseId, date } = await withEvent(portal);
    const rosa = await firm.addStaff('Rosa Vidal');
    const stranger = await (await portal.addFirm('seaside')).addStaff('Sven Dahl');
    for (const { shares } of [rosa.firm, stranger.firm]) {
      for (const item of [date, { type: 'case', id: caseId } as const]) {
        await assert.rejects(shares.list(item), failsWith('not-found'));
        await assert.rejects(shares.create({ ...item, personId: ana.id }), failsWith('not-found'));
        await assert.rejects(shares.end({ ...item, personId: ana.id }), failsWith('not-found'));
      }
    }
    const { shares } = firm.admin.firm;
    assert.equal((await shares.list({ type: 'case', id: caseId })).items.length, 3);
    await assert.rejects(shares.list({ type: 'case', id: date.id }), failsWith('not-found'));
    await assert.rejects(shares.list({ type: 'event', id: "' or 1=1 --" }), failsWith('not-found'));
  });

  it('takes the case itself back from a participant, and gives it again', async () => {
    const { ana, caseId, shares } = await withEvent(await createTestPortal({ database }));
    const item = { type: 'case', id: caseId, personId: ana.id } as const;
    await shares.end(item);
    assert.deepEqual((await ana.portal.cases.list()).items, []);
    await shares.create(item);
    assert.equal((await ana.portal.cases.list()).items.length, 1);
  });

  it('ends with a case all that belongs to it, and nobody writes to them about it any more', async () => {
    const portal = await createTestPortal({ database });
    const { ana, bo, daniel, caseId, date, shares } = await withEvent(portal);
    const opening = { caseId, recipientIds: [ana.id, bo.id], subject: 'Welcome', body: 'Hello' };
    const thread = await daniel.firm.threads.start(opening);
    for (const { id } of [ana, bo]) await shares.create({ ...date, personId: id });
    // One share is taken back, the other ends by itself.
    const until = '2026-03-03T15:10:00.000Z';
    await shares.create({ type: 'case', id: caseId, personId: bo.id, until });
    const holdings = async ({ portal }: typeof ana) => [
      (await portal.cases.list()).items.length,
      (await portal.threads.list()).items.length,
      (await portal.events.list()).items.length,
    ];
    assert.deepEqual(await holdings(ana), [1, 1, 1]);
    await shares.end({ type: 'case', id: caseId, personId: ana.id });
    assert.deepEqual(await holdings(ana), [0, 0, 0]);
    assert.deepEqual(await holdings(bo), [1, 1, 1]);
    portal.clock.pass(600);
    await portal.server.settle();
    assert.deepEqual(await holdings(bo), [0, 0, 0]);

    await daniel.firm.cases.update({ id: caseId, title: 'A title they must not learn' });
    for (const { id, portal } of [ana, bo]) {
      await assert.rejects(portal.threads.get({ id: thread.id }), failsWith('not-found'));
      await assert.rejects(portal.messages.reply({ id: thread.id, body: 'Hello' }), failsWith('not-found'));
      await assert.rejects(
        daniel.firm.threads.start({ ...opening, recipientIds: [id] }),
        failsWith('recipients.outside-case'),
      );
    }
    await shares.create({ type: 'case', id: caseId, personId: ana.id });
    assert.ok(await daniel.firm.threads.start({ ...opening, recipientIds: [ana.id] }));
  });

  it('keeps the team’s own shares to the team', async () => {
    const { daniel, caseId, shares } = await withEvent(await createTestPortal({ database }));
    await assert.rejects(
      shares.end({ type: 'case', id: caseId, personId: daniel.id }),
      failsWith('conflict'),
    );
    assert.equal((await daniel.firm.cases.list()).items.length, 1);
  });

  it('shares no conversation, but takes somebody out of one', async () => {
    const { ana, bo, daniel, caseId, shares } = await withEvent(await createTestPortal({ database }));
    const { id } = await daniel.firm.threads.start({
      caseId,
      recipientIds: [ana.id],
      subject: 'Welcome',
      body: 'Hello',
    });
    const thread = { type: 'thread', id } as const;
    await assert.rejects(shares.create({ ...thread, personId: bo.id }), failsWith('conflict'));
    assert.equal((await shares.list(thread)).items.length, 2);
    await shares.end({ ...thread, personId: ana.id });
    await assert.rejects(ana.portal.threads.get({ id }), failsWith('not-found'));
    assert.equal((await daniel.firm.threads.get({ id })).participants.length, 1);
  });
});
