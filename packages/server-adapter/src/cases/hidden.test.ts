/** Hidden steps are nowhere: no answer, count, time, revision, notice, mail or version tells of them. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { everything } from '../testing/everything.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const canary = 'Cormorant';

/** A client in a case with a visible step, a conversation and a date, and a colleague who works on it. */
async function createWorld(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id } = await firm.addCase({ team: [daniel], clients: [ana] });
  const { steps } = await daniel.firm.steps.create({
    caseId: id,
    title: 'Prepare',
    visible: true,
    state: 'current',
  });
  const thread = await daniel.firm.threads.start({
    caseId: id,
    recipientIds: [ana.id],
    subject: 'Welcome',
    body: 'We are on it.',
  });
  await portal.server.settle();
  const versions = async () =>
    Object.fromEntries(
      (await portal.database.kysely.selectFrom('people').select(['id', 'version']).execute()).map(
        ({ id: person, version }) => [person, version],
      ),
    );
  return {
    ana,
    daniel,
    caseId: id,
    prepare: steps[0]!.id,
    versions,
    read: () => everything(ana, { cases: id, threads: thread.id }),
    mails: () => portal.mails.filter(({ to }) => to.includes(ana.email)),
  };
}

const hidden = {
  title: `${canary} strategy`,
  meaning: `${canary} is what we call it`,
  expected: `${canary} weeks`,
  state: 'current',
  waitingOn: 'client',
  dueOn: '2026-03-04',
} as const;

forEachDatabase((_, database) => {
  it('adds, changes, moves and removes a hidden step without a byte of difference to the client', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, caseId, read, mails, versions } = await createWorld(portal);
    const before = await read();
    const beforeVersions = await versions();
    const told = mails().length;
    const unchanged = async () => {
      await portal.server.settle();
      assert.deepEqual(await read(), before);
      assert.equal(mails().length, told);
      assert.equal((await versions())[ana.id], beforeVersions[ana.id]);
    };

    portal.clock.pass(60);
    const added = await daniel.firm.steps.create({ caseId, ...hidden });
    const id = added.steps.find(({ title }) => title === hidden.title)!.id;
    await unchanged();
    portal.clock.pass(60);
    await daniel.firm.steps.update({
      caseId,
      id,
      state: 'done',
      meaning: `${canary} again`,
      completedOn: '2026-03-03',
    });
    await unchanged();
    await daniel.firm.steps.update({ caseId, id, position: 0 });
    await unchanged();

    // The firm sees all of it, and hears of it.
    const found = await daniel.firm.cases.get({ id: caseId });
    assert.deepEqual(
      found.steps.map(({ title, visible }) => [title, visible]),
      [
        [hidden.title, false],
        ['Prepare', true],
      ],
    );
    assert.ok((await versions())[daniel.id]! > beforeVersions[daniel.id]!);

    await daniel.firm.steps.remove({ caseId, id });
    await unchanged();
  });

  it('shows a step, and that the case has changed, from the moment that it is made visible', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, caseId, read, versions } = await createWorld(portal);
    const { steps } = await daniel.firm.steps.create({ caseId, ...hidden });
    const id = steps.at(-1)!.id;
    const before = await read();
    const beforeVersions = await versions();
    assert.ok(![...before.values()].join().includes(canary));

    portal.clock.pass(60);
    await daniel.firm.steps.update({ caseId, id, visible: true });
    await portal.server.settle();
    const after = await read();
    for (const name of ['cases.get', 'dashboard.get']) assert.ok(after.get(name)!.includes(canary), name);
    for (const name of ['cases.list', 'notifications.list', 'activity.list']) {
      assert.notEqual(after.get(name), before.get(name), name);
    }
    assert.ok((await versions())[ana.id]! > beforeVersions[ana.id]!);
    const summary = (await ana.portal.cases.list()).items[0]!;
    assert.equal(summary.updatedAt, portal.clock().toISOString());
    assert.equal(summary.unseen, true);
  });

  it('takes a step away with all that was told of it, and makes no news of that', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, caseId, read } = await createWorld(portal);
    const { steps } = await daniel.firm.steps.create({ caseId, ...hidden, visible: true });
    await portal.server.settle();
    const shown = await read();
    assert.ok([...shown.values()].join().includes(canary));
    const revision = (await ana.portal.cases.get({ id: caseId })).revision;
    const lines = (await ana.portal.activity.list()).items.length;
    const news = (await ana.portal.notifications.list()).items.length;

    portal.clock.pass(60);
    await daniel.firm.steps.update({ caseId, id: steps.at(-1)!.id, visible: false });
    await portal.server.settle();
    assert.ok(![...(await read()).values()].join().includes(canary));
    assert.ok((await ana.portal.cases.get({ id: caseId })).revision < revision);
    assert.equal((await ana.portal.activity.list()).items.length, lines - 1);
    assert.equal((await ana.portal.notifications.list()).items.length, news - 1);
  });

  it('rings for nobody when a step is hidden again before anybody was told', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, caseId, mails } = await createWorld(portal);
    const seeAll = async () => {
      const { revision } = await ana.portal.cases.get({ id: caseId });
      await ana.portal.notifications.seen({ type: 'case', id: caseId, revision });
    };
    await seeAll();
    const told = mails().length;
    const news = (await ana.portal.notifications.list()).items.length;
    const quiet = async () => {
      await portal.server.settle();
      assert.equal((await ana.portal.notifications.counts()).cases, 0);
      assert.equal((await ana.portal.cases.list()).items[0]!.unseen, false);
      assert.equal((await ana.portal.notifications.list()).items.length, news);
      assert.equal(mails().length, told);
    };
    const { steps } = await daniel.firm.steps.create({ caseId, ...hidden, visible: true });
    const id = steps.at(-1)!.id;
    await daniel.firm.steps.update({ caseId, id, state: 'done' });
    assert.equal(
      (await ana.portal.notifications.counts()).cases,
      1,
      'the control: it is news while it is shown',
    );
    await daniel.firm.steps.update({ caseId, id, visible: false });
    await quiet();
    await daniel.firm.steps.update({ caseId, id, visible: true });
    await daniel.firm.steps.remove({ caseId, id });
    await quiet();

    // What else is new stays news.
    await daniel.firm.cases.update({ id: caseId, statusLabel: 'Filed' });
    const { steps: more } = await daniel.firm.steps.create({ caseId, ...hidden, visible: true });
    await daniel.firm.steps.remove({ caseId, id: more.at(-1)!.id });
    assert.equal((await ana.portal.notifications.counts()).cases, 1);
    await seeAll();
    assert.equal((await ana.portal.notifications.counts()).cases, 0);
  });

  it('does not count hidden steps where it counts what there is to do', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, caseId } = await createWorld(portal);
    await ana.portal.notifications.seen({
      type: 'thread',
      id: (await ana.portal.threads.list()).items[0]!.id,
      revision: Number.MAX_SAFE_INTEGER,
    });
    const { steps } = await daniel.firm.steps.create({ caseId, ...hidden });
    assert.equal((await ana.portal.dashboard.get()).actionCount, 0);
    assert.equal((await ana.portal.cases.get({ id: caseId })).currentStep, 'Prepare');
    await daniel.firm.steps.update({ caseId, id: steps.at(-1)!.id, visible: true });
    assert.equal((await ana.portal.dashboard.get()).actionCount, 1);
  });
});
