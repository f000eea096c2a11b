import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../ids.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { testSystem } from '../testing/system.ts';

/** The clock of the tests stands at 2026-03-03T15:00Z, ten in the morning in New York. */
async function withCase(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana] });
  const { events, shares } = daniel.firm;
  const enter = (title: string, values: object) =>
    events.create({ caseId, kind: 'hearing', title, ...values });
  const shareNew = async (title: string, values: object) => {
    const event = await enter(title, values);
    await shares.create({ type: 'event', id: event.id, personId: ana.id });
    return event;
  };
  return { firm, ana, daniel, caseId, events, shares, enter, shareNew };
}
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);

forEachDatabase((_, database) => {
  it('shows a client no date until it is shared with them, and then all of it', async () => {
    const { ana, caseId, shares, enter } = await withCase(await createTestPortal({ database }));
    const event = await enter('Hearing', {
      startsAt: '2026-04-01T14:00:00.000Z',
      endsAt: '2026-04-01T15:00:00.000Z',
      timeZone: 'America/Los_Angeles',
      location: 'Room 3',
      url: 'https://court.example/',
      bring: 'Your passport',
    });
    assert.deepEqual((await ana.portal.events.list()).items, []);
    await shares.create({ type: 'event', id: event.id, personId: ana.id });
    const { externalId, ...shared } = event;
    assert.equal(externalId, null);
    assert.deepEqual((await ana.portal.events.list()).items, [shared]);
    assert.equal(shared.caseId, caseId);
    assert.equal(shared.caseTitle, 'Petition for residence');
  });

  it('lists upcoming dates soonest first, with what is under way, and past ones latest first', async () => {
    const { ana, shareNew } = await withCase(await createTestPortal({ database }));
    await shareNew('Next week', { startsAt: '2026-03-10T15:00:00.000Z' });
    await shareNew('Just begun', {
      startsAt: '2026-03-03T14:30:00.000Z',
      endsAt: '2026-03-03T16:00:00.000Z',
    });
    await shareNew('Just over', { startsAt: '2026-03-03T14:00:00.000Z', endsAt: '2026-03-03T15:00:00.000Z' });
    await shareNew('Today', { startsOn: '2026-03-03' });
    await shareNew('Yesterday', { startsOn: '2026-03-02' });
    await shareNew('Today, but over in Auckland', { startsOn: '2026-03-03', timeZone: 'Pacific/Auckland' });
    await shareNew('Last year', { startsAt: '2025-03-03T14:00:00.000Z' });

    assert.deepEqual(titles(await ana.portal.events.list()), ['Today', 'Just begun', 'Next week']);
    const past = titles(await ana.portal.events.list({ when: 'past' }));
    assert.deepEqual(past, ['Just over', 'Today, but over in Auckland', 'Yesterday', 'Last year']);

    const first = await ana.portal.events.list({ limit: 2 });
    const second = await ana.portal.events.list({ limit: 2, cursor: first.next! });
    assert.deepEqual([...titles(first), ...titles(second)], ['Today', 'Just begun', 'Next week']);
    assert.equal(second.next, null);
  });

  it('does not say which case a date belongs to when that is not shared', async () => {
    const { ana, caseId, shares, shareNew } = await withCase(await createTestPortal({ database }));
    await shares.end({ type: 'case', id: caseId, personId: ana.id });
    await shareNew('Hearing', { startsOn: '2026-04-01' });
    const [event] = (await ana.portal.events.list()).items;
    assert.deepEqual([event!.title, event!.caseId, event!.caseTitle], ['Hearing', null, null]);
    assert.ok(!JSON.stringify(await ana.portal.dashboard.get()).includes('Petition for residence'));
    assert.ok(!JSON.stringify(await ana.portal.activity.list()).includes('Petition for residence'));
  });

  it('tells of a date that changes, and of none that does not', async () => {
    const portal = await createTestPortal({ database });
    const { ana, events, shareNew } = await withCase(portal);
    const { id } = await shareNew('Hearing', { startsAt: '2026-04-01T14:00:00.000Z' });
    await ana.portal.notifications.seen({ type: 'event', id, revision: Number.MAX_SAFE_INTEGER });
    await events.update({ id, title: 'Hearing', startsAt: '2026-04-01T14:00:00.000Z' });
    assert.equal((await ana.portal.notifications.counts()).calendar, 0);

    await events.update({ id, startsAt: '2026-04-02T14:00:00.000Z', bring: 'Your passport' });
    assert.equal((await ana.portal.notifications.counts()).calendar, 1);
    await portal.server.settle();
    const [news] = (await ana.portal.notifications.list()).items;
    assert.deepEqual([news!.kind, news!.subject.title], ['event.changed', 'Hearing']);
    assert.equal((await ana.portal.events.list()).items[0]!.bring, 'Your passport');
  });

  it('turns a timed date into a whole day and back', async () => {
    const { events, enter } = await withCase(await createTestPortal({ database }));
    const { id } = await enter('Deadline', {
      startsAt: '2026-04-01T14:00:00.000Z',
      endsAt: '2026-04-01T15:00:00.000Z',
    });
    const day = await events.update({ id, startsAt: null, endsAt: null, startsOn: '2026-04-01' });
    assert.deepEqual([day.startsAt, day.endsAt, day.startsOn], [null, null, '2026-04-01']);
    const timed = await events.update({ id, startsOn: null, startsAt: '2026-04-01T16:00:00.000Z' });
    assert.deepEqual(
      [timed.startsAt, timed.endsAt, timed.startsOn],
      ['2026-04-01T16:00:00.000Z', null, null],
    );
  });

  it('refuses a date that is neither timed nor a whole day, or both, or ends before it begins', async () => {
    const { enter, events } = await withCase(await createTestPortal({ database }));
    const startsAt = '2026-04-01T14:00:00.000Z';
    for (const [field, values] of [
      ['startsAt', {}],
      ['startsAt', { startsAt, startsOn: '2026-04-01' }],
      ['endsAt', { startsAt, endsAt: '2026-04-01T13:00:00.000Z' }],
      ['endsAt', { startsOn: '2026-04-01', endsAt: startsAt }],
      ['startsOn', { startsOn: '9999-12-31' }],
    ] as const) {
      await assert.rejects(enter('Hearing', values), (error: unknown) => {
        failsWith('request.invalid')(error);
        assert.deepEqual((error as { issues: { path: unknown }[] }).issues[0]!.path, [field]);
        return true;
      });
    }
    const { id } = await enter('Hearing', { startsAt });
    await assert.rejects(events.update({ id, startsOn: '2026-04-01' }), failsWith('request.invalid'));
  });

  it('makes one date of an external id, and keeps it in its case', async () => {
    const portal = await createTestPortal({ database });
    const { firm, caseId } = await withCase(portal);
    const { events } = await testSystem(portal, ['events']);
    const date = { caseId, kind: 'hearing', externalId: 'cal-1', startsOn: '2026-04-01' } as const;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, count) => events.create({ ...date, title: `Push ${count}` })),
    );
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    const moved = await events.create({ ...date, title: 'Moved', startsOn: '2026-04-02' });
    assert.deepEqual([moved.id, moved.title, moved.startsOn], [answers[0]!.id, 'Moved', '2026-04-02']);
    assert.equal((await events.list()).items.length, 1);

    const other = await firm.addCase({});
    await assert.rejects(
      events.create({ ...date, caseId: other.id, title: 'Hearing' }),
      failsWith('conflict'),
    );
  });

  it('shows staff the dates of their cases, latest change first, and admins all', async () => {
    const portal = await createTestPortal({ database });
    const { firm, daniel, caseId, enter } = await withCase(portal);
    const rosa = await firm.addStaff('Rosa Vidal');
    const one = await enter('One', { startsOn: '2026-04-01' });
    portal.clock.pass(1);
    await enter('Two', { startsOn: '2026-03-31' });
    portal.clock.pass(1);
    await daniel.firm.events.update({ id: one.id, title: 'One again' });
    assert.deepEqual(titles(await daniel.firm.events.list()), ['One again', 'Two']);
    assert.deepEqual(titles(await daniel.firm.events.list({ caseId })), ['One again', 'Two']);
    assert.deepEqual(titles(await firm.admin.firm.events.list()), ['One again', 'Two']);
    assert.deepEqual(titles(await firm.admin.firm.events.list({ caseId: newId('case') })), []);
    assert.deepEqual((await rosa.firm.events.list()).items, []);
    assert.deepEqual((await rosa.firm.events.list({ caseId })).items, []);
    await assert.rejects(rosa.firm.events.update({ id: one.id, title: 'Mine' }), failsWith('not-found'));
    await assert.rejects(
      rosa.firm.events.create({ caseId, kind: 'other', title: 'Mine', startsOn: '2026-04-01' }),
      failsWith('not-found'),
    );
  });
});
