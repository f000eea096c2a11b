/** Staff see the portal as a client does: as far as they may, without a trace, and without a hand. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { contract, pathParams, walk } from '@casefront/core/contract';
import { newId } from '../ids.ts';
import { addMarkedCase, tellTales } from '../testing/canary.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { tryEverything } from '../testing/everything.ts';
import { failsAt, failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPerson, type TestPortal } from '../testing/index.ts';
import { viewing } from '../testing/viewing.ts';

const viewable = [...walk(contract)].filter(({ endpoint }) => endpoint.spec.viewable).map(({ name }) => name);

async function begin(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const items = await addMarkedCase(firm, { team: [daniel], clients: [ana] });
  await portal.server.settle();
  const look = async (by: TestPerson, at: { id: string } = ana) =>
    viewing(by, firm.origin, (await by.firm.views.create({ id: at.id })).id);
  return { firm, ana, daniel, items, look };
}

forEachDatabase((_, database) => {
  it('B12: shows exactly what the client gets, in every answer that may be viewed', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, look } = await begin(portal);
    const own = await tryEverything(ana, items);
    const seen = await tryEverything(await look(daniel), items);
    const names = viewable.filter((name) => own.has(name) && name !== 'session.get');
    assert.ok(names.length >= 10);
    for (const name of names) assert.deepEqual(seen.get(name), own.get(name), name);
    assert.ok(tellTales(seen).length >= 8, 'the control: there is something to see');
  });

  it('lets nothing else be viewed: nothing of the client’s own, nothing of the firm’s', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, look } = await begin(portal);
    const view = await look(daniel);
    const reads = [...walk(contract)].filter(({ endpoint }) => endpoint.method === 'GET');
    let refused = 0;
    for (const { name, endpoint } of reads) {
      const id = { threads: items.threads, people: ana.id }[
        /(threads|people)/.exec(endpoint.path)?.[1] ?? ''
      ];
      const path = pathParams(endpoint.path).reduce(
        (target, param) => target.replace(`:${param}`, id ?? items.cases),
        endpoint.path,
      );
      const { status } = await view.fetch(`/v1${path}`);
      assert.equal(status, viewable.includes(name) ? 200 : 403, name);
      if (status === 403) refused++;
    }
    assert.ok(refused > 10);
    for (const secret of ['profile.get', 'profile.data', 'sessions.list', 'factors.list', 'firms.list'])
      assert.ok(reads.some(({ name }) => name === secret) && !viewable.includes(secret), secret);
  });

  it('refuses every mutation there is, and does none of it', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, look } = await begin(portal);
    const view = await look(daniel);
    const journal = async () => {
      const rows = await portal.database.kysely.selectFrom('journal').select('seq').execute();
      return rows.length;
    };
    const before = await journal();
    let count = 0;
    for (const { name, endpoint } of walk(contract)) {
      if (endpoint.method === 'GET') continue;
      const path = endpoint.path.replaceAll(/:\w+/g, items.cases);
      const response = await view.fetch(`/v1${path}`, {
        method: endpoint.method,
        headers: { 'content-type': 'application/json', 'x-portal': '1' },
        body: '{}',
      });
      assert.equal(response.status, 403, name);
      assert.equal(((await response.json()) as { code: string }).code, 'view.read-only', name);
      count++;
    }
    assert.ok(count > 40);
    assert.equal(await journal(), before);
    const { id } = await daniel.firm.threads.get({ id: items.threads });
    await ana.portal.messages.reply({ id, body: 'The client may.' });
  });

  it('C10: never counts as seen, and tells the client nothing', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, look } = await begin(portal);
    const counts = await ana.portal.notifications.counts();
    assert.ok(counts.cases + counts.inbox + counts.calendar >= 3);
    const before = await tryEverything(ana, items);
    const { portal: seen } = await look(daniel);
    const { revision } = await seen.cases.get({ id: items.cases });
    await seen.messages.list({ id: items.threads });
    const sight = { type: 'case', id: items.cases, revision } as const;
    await assert.rejects(seen.notifications.seen(sight), failsWith('view.read-only'));
    await portal.server.settle();
    assert.deepEqual(await tryEverything(ana, items), before);
    assert.deepEqual(await ana.portal.notifications.counts(), counts);
    for (const item of [
      { type: 'case', id: items.cases },
      { type: 'thread', id: items.threads },
    ] as const) {
      const { items: shares } = await daniel.firm.shares.list(item);
      assert.equal(shares.find(({ personId }) => personId === ana.id)!.firstSeenAt, null);
    }
    // The control: the client's own look does count.
    await ana.portal.notifications.seen(sight);
    assert.notDeepEqual(await ana.portal.notifications.counts(), counts);
  });

  it('says who looks, and that they can do nothing', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, look } = await begin(portal);
    const own = await ana.portal.session.get();
    const mine = await daniel.portal.session.get();
    const seen = await (await look(daniel)).portal.session.get();
    assert.equal(own.viewedBy, null);
    assert.deepEqual(seen, {
      ...own,
      viewedBy: 'Daniel Okafor',
      // A client's profile is shown to nobody else.
      sections: own.sections.filter((section) => section !== 'profile'),
      factors: [],
      capabilities: [],
      idleSeconds: mine.idleSeconds,
      expiresAt: '2026-03-03T15:30:00.000Z',
    });
    assert.equal(
      (await daniel.portal.session.get()).person.name,
      'Daniel Okafor',
      'beside it, one is oneself',
    );
  });

  it('shows of a client only what one may see: no case of another team, no conversation of others', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, items, look } = await begin(portal);
    const mia = await firm.addStaff('Mia Chen');
    const { id: other } = await firm.addCase({ title: 'Another matter', team: [mia], clients: [ana] });
    await mia.firm.steps.create({ caseId: other, title: 'Sign', visible: true, waitingOn: 'client' });
    const hers = { caseId: other, recipientIds: [ana.id], subject: 'Of Mia', body: 'Hello' };
    await mia.firm.threads.start(hers);
    const date = await mia.firm.events.create({
      caseId: other,
      kind: 'other',
      title: 'Of Mia',
      startsOn: '2026-05-01',
    });
    await mia.firm.shares.create({ type: 'event', id: date.id, personId: ana.id });
    await portal.server.settle();
    const titles = async ({
      portal: { cases, threads, events, activity, notifications, dashboard },
    }: Pick<TestPerson, 'portal'>) => ({
      cases: (await cases.list()).items.map(({ title }) => title),
      threads: (await threads.list()).items.map(({ subject }) => subject),
      events: (await events.list()).items.map(({ title }) => title),
      activity: (await activity.list()).items.length,
      news: (await notifications.list()).items.length,
      counts: await notifications.counts(),
      actions: (await dashboard.get()).actionCount,
    });
    const all = await titles(ana);
    assert.deepEqual([all.cases.length, all.threads.length, all.events.length], [2, 2, 2]);

    const [byDaniel, byMia, byAdmin] = [await look(daniel), await look(mia), await look(firm.admin)];
    const his = await titles(byDaniel);
    const hersOnly = await titles(byMia);
    for (const list of ['cases', 'threads', 'events'] as const) {
      assert.deepEqual([...his[list], ...hersOnly[list]].sort(), all[list].toSorted(), list);
      assert.ok(!his[list].some((title) => /Another matter|Of Mia/.test(title)), list);
    }
    for (const number of ['activity', 'news', 'actions'] as const)
      assert.equal(his[number] + hersOnly[number], all[number], number);
    assert.deepEqual(
      [his.counts.cases + hersOnly.counts.cases, his.counts.inbox + hersOnly.counts.inbox],
      [all.counts.cases, all.counts.inbox],
    );
    await assert.rejects(byDaniel.portal.cases.get({ id: other }), failsWith('not-found'));
    await assert.rejects(byMia.portal.messages.list({ id: items.threads }), failsWith('not-found'));

    // An admin sees all cases, and is in none of the conversations.
    const theirs = await titles(byAdmin);
    assert.deepEqual([theirs.cases, theirs.events, theirs.threads], [all.cases, all.events, []]);
    await mia.firm.cases.seal({ id: other });
    assert.deepEqual(
      (await titles(byAdmin)).cases,
      his.cases,
      'a sealed matter of the same client stays hidden',
    );
    assert.deepEqual((await titles(byMia)).cases, ['Another matter']);
    assert.deepEqual(await titles(ana), all);
  });

  it('ends with the half hour, and is good for the session in which it was opened and for no other', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, look } = await begin(portal);
    const view = await look(daniel);
    const ended = failsWith('view.ended');
    const as = (browser: TestPerson, id = view.id) => viewing(browser, firm.origin, id).portal.cases.list();
    await assert.rejects(as(await firm.signIn(daniel)), ended);
    await assert.rejects(as(firm.admin), ended);
    await assert.rejects(as(ana), ended);
    await assert.rejects(as(daniel, newId('view')), ended);
    await assert.rejects(as(daniel, '1'), ended);
    await assert.rejects(as({ ...daniel, ...firm.visitor() }), failsWith('auth.required'));
    portal.clock.pass(1799);
    await daniel.portal.session.extend();
    assert.equal((await view.portal.cases.list()).items.length, 1);
    portal.clock.pass(1);
    await assert.rejects(view.portal.cases.list(), ended);
    await daniel.firm.cases.list();
  });

  it('G4: ends with the session of who looks, with the client’s access, and with answering for the client', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, items, look } = await begin(portal);
    const bo = await firm.addClient('Bo Lind');
    await firm.addCase({ team: [daniel], clients: [bo] });
    const others = await look(daniel, bo);
    const view = await look(daniel);
    const ok = async () => assert.equal((await others.portal.cases.list()).items.length, 1);
    assert.equal((await view.portal.cases.list()).items.length, 1);

    await firm.admin.firm.cases.setTeam({ id: items.cases, members: [] });
    await assert.rejects(view.portal.cases.list(), failsWith('view.ended'));
    await assert.rejects(daniel.firm.views.create({ id: ana.id }), failsWith('forbidden'));
    await ok();
    const members = [{ personId: daniel.id }];
    await firm.admin.firm.cases.setTeam({ id: items.cases, members });
    assert.equal((await view.portal.cases.list()).items.length, 1);

    await firm.admin.firm.access.disable({ id: ana.id });
    await assert.rejects(view.portal.cases.list(), failsWith('view.ended'));
    await assert.rejects(daniel.firm.views.create({ id: ana.id }), failsAt('conflict', ['id'], 'disabled'));
    await ok();
    await daniel.portal.session.end();
    await assert.rejects(others.portal.cases.list(), failsWith('auth.required'));
  });

  it('G4: ends with the access of who looks, and when they are signed out from another browser', async () => {
    const portal = await createTestPortal({ database });
    const { firm, daniel, look } = await begin(portal);
    const second = await firm.signIn(daniel);
    const view = await look(daniel);
    await view.portal.cases.list();
    await second.portal.sessions.endOthers();
    await assert.rejects(view.portal.cases.list(), failsWith('auth.expired'));

    const again = await look(second);
    assert.equal((await again.portal.cases.list()).items.length, 1);
    await firm.admin.firm.access.disable({ id: daniel.id });
    await assert.rejects(again.portal.cases.list(), failsWith('auth.expired'));
    await assert.rejects(again.portal.session.get(), failsWith('auth.expired'));
  });

  it('is written down once, in the name of who looked; and so is every read that is kept', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, look } = await begin(portal);
    const view = await look(daniel);
    await view.portal.cases.list();
    await view.portal.threads.get({ id: items.threads });
    await view.portal.cases.list();
    const entries = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', 'in', ['view.opened', 'thread.read'])
      .select(['verb', 'actor_id', 'subject_id'])
      .orderBy('seq')
      .execute();
    const opened = entries.filter(({ verb }) => verb === 'view.opened');
    assert.deepEqual(
      opened.map((entry) => [entry.actor_id, entry.subject_id]),
      [[daniel.id, ana.id]],
    );
    assert.ok(entries.length > 1);
    for (const { actor_id } of entries) assert.equal(actor_id, daniel.id);
  });

  it('is for staff who answer for a client of their firm', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel } = await begin(portal);
    const mia = await firm.addStaff('Mia Chen');
    const open = (by: TestPerson, id: string) => by.firm.views.create({ id });
    await assert.rejects(open(mia, ana.id), failsWith('forbidden'));
    await assert.rejects(open(ana, ana.id), failsWith('forbidden'));
    await assert.rejects(open(daniel, mia.id), failsAt('conflict', ['id'], 'staff'));
    await assert.rejects(open(daniel, newId('person')), failsWith('not-found'));
    const stranger = await (await portal.addFirm('seaside')).addClient('Sid Moss');
    await assert.rejects(open(daniel, stranger.id), failsWith('not-found'));
    // One may look before the client has been invited: this is what they are going to see.
    const bea = await firm.admin.firm.people.create({ name: 'Bea', email: 'bea@people.example' });
    assert.equal((await open(mia, bea.id)).name, 'Bea');
  });

  it('has its header among those that pages of other origins may send', async () => {
    const portal = await createTestPortal({
      database,
      allowedOrigins: { harborview: ['https://desk.example'] },
    });
    const headers = { origin: 'https://desk.example', 'access-control-request-method': 'GET' };
    const preflight = await portal.firm.visitor().fetch('/v1/cases', { method: 'OPTIONS', headers });
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /\bX-Portal-View\b/);
  });
});
