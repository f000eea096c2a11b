/** A sealed case is its team's, and of all the firm nobody else learns of it (A4). */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { contract, pathParams, walk } from '@casefront/core/contract';
import type { FirmClient } from '@casefront/core/firm';
import { newId } from '../../ids.ts';
import { addMarkedCase, canary, tellTales, type Marked } from '../../testing/canary.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { everything } from '../../testing/everything.ts';
import { failsAt, failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPerson, type TestPortal } from '../../testing/index.ts';
import { testSystem } from '../../testing/system.ts';

const scopes = ['people', 'cases', 'messages', 'events', 'shares'] as const;

async function begin(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const mia = await firm.addStaff('Mia Chen');
  const items = await addMarkedCase(firm, { team: [daniel], clients: [ana] });
  await portal.server.settle();
  const { secret } = await firm.admin.firm.keys.create({ name: 'Practice system', scopes: [...scopes] });
  const visitor = firm.visitor();
  const key: Reader = {
    fetch: (path) => visitor.fetch(path, { headers: { authorization: `Bearer ${secret}` } }),
  };
  return {
    firm,
    admin: firm.admin,
    ana,
    daniel,
    mia,
    items,
    key,
    seal: () => daniel.firm.cases.seal({ id: items.cases }),
  };
}

type Reader = Pick<TestPerson, 'fetch'>;

/** Every answer of the firm's side, and the news of one's own. The endpoints come from the contract. */
async function readFirm(reader: Reader, items: Marked, clientId: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const idOf = (path: string) =>
    path.includes('/people') ? clientId : path.includes('/threads') ? items.threads : items.cases;
  const read = async (name: string, path: string) => {
    const response = await reader.fetch(`/v1${path}`);
    if (response.status !== 500) answers.set(name, `${response.status} ${await response.text()}`);
  };
  for (const { name, endpoint } of walk(contract)) {
    const { method, path, spec } = endpoint;
    if (method !== 'GET' || !(spec.audience === 'firm' || name.startsWith('notifications.'))) continue;
    await read(
      name,
      pathParams(path).reduce((target, param) => target.replace(`:${param}`, idOf(path)), path),
    );
  }
  for (const noun of ['events', 'threads'])
    await read(`firm.${noun}.list of it`, `/firm/${noun}?caseId=${items.cases}`);
  for (const [type, id] of [
    ['case', items.cases],
    ['event', items.events],
    ['thread', items.threads],
  ])
    await read(`firm.shares.list ${type}`, `/firm/shares?type=${type}&id=${id}`);
  return answers;
}

forEachDatabase((_, database) => {
  it('A4: shows a sealed case to its team, and no trace of it to other admins, colleagues and keys', async () => {
    const portal = await createTestPortal({ database });
    const { admin, ana, daniel, mia, items, key, seal } = await begin(portal);
    const read = (reader: Reader) => readFirm(reader, items, ana.id);
    const ofCase = ['firm.cases.list', 'firm.cases.get', 'firm.events.list', 'firm.events.list of it'];
    const ofThread = [
      'firm.threads.list',
      'firm.threads.get',
      'firm.messages.list',
      'firm.threads.list of it',
    ];
    const told = async (reader: Reader) => new Set(tellTales(await read(reader)));
    for (const name of ofCase) assert.ok((await told(admin)).has(name), `the control: ${name}`);
    for (const name of [...ofCase, ...ofThread])
      assert.ok((await told(key)).has(name), `the control: ${name}`);
    assert.equal((await admin.firm.shares.list({ type: 'case', id: items.cases })).items.length, 2);

    const sealed = await seal();
    assert.equal(sealed.sealed, true);
    for (const outsider of [admin, mia, key]) {
      const answers = await read(outsider);
      assert.deepEqual(tellTales(answers), []);
      for (const [name, answer] of answers) {
        assert.ok(!answer.includes(items.cases), name);
        if (
          /get$|messages.list|shares.list (case|event|thread)/.test(name) &&
          !/people|access|settings/.test(name)
        )
          assert.match(answer, /^40[034] /, name);
      }
    }
    assert.deepEqual([...(await told(daniel))].sort(), [...ofCase, ...ofThread].sort());

    await daniel.firm.cases.unseal({ id: items.cases });
    for (const name of ofCase) assert.ok((await told(admin)).has(name), name);
  });

  it('A4: answers whoever is outside as if there were nothing, whatever they do', async () => {
    const portal = await createTestPortal({ database });
    const { admin, ana, daniel, items, seal } = await begin(portal);
    await seal();
    const system = await testSystem(portal, scopes);
    const acts: ((side: FirmClient, caseId: string) => Promise<unknown>)[] = [
      ({ cases }, id) => cases.update({ id, title: 'Mine' }),
      ({ cases }, id) => cases.setTeam({ id, members: [{ personId: admin.id }] }),
      ({ cases }, id) => cases.addParticipant({ id, personId: ana.id }),
      ({ cases }, id) => cases.updateParticipant({ id, personId: ana.id, permissions: [] }),
      ({ cases }, id) => cases.removeParticipant({ id, personId: ana.id }),
      ({ steps }, caseId) => steps.create({ caseId, title: 'Mine' }),
      ({ events }, caseId) => events.create({ caseId, kind: 'other', title: 'Mine', startsOn: '2026-05-01' }),
      ({ shares }, id) => shares.create({ type: 'case', id, personId: ana.id }),
      ({ shares }, id) => shares.end({ type: 'case', id, personId: ana.id }),
      ({ threads }, caseId) =>
        threads.start({
          caseId,
          recipientIds: [ana.id],
          subject: 'Mine',
          body: 'Hello',
          authorId: daniel.id,
        }),
    ];
    const message = async (act: Promise<unknown>) => {
      const { code, issues, status } = await act.then(
        () => assert.fail('It was done'),
        (error: { code: string; issues: unknown; status: number }) => error,
      );
      return { code, issues, status };
    };
    for (const act of acts) {
      const of = (id: string) => message(act(system, id));
      assert.deepEqual(await of(items.cases), await of(newId('case')), String(act));
      assert.equal((await of(items.cases)).code, 'not-found');
    }
    for (const act of acts.slice(0, -1))
      await assert.rejects(act(admin.firm, items.cases), failsWith('not-found'));
    for (const act of [
      () => system.messages.reply({ id: items.threads, body: 'Hello', authorId: daniel.id }),
      () => system.events.update({ id: items.events, title: 'Mine' }),
      () => admin.firm.events.update({ id: items.events, title: 'Mine' }),
      () => admin.firm.cases.freezeParticipant({ id: items.cases, personId: ana.id }),
      () => admin.firm.cases.seal({ id: items.cases }),
      () => admin.firm.cases.unseal({ id: items.cases }),
    ])
      await assert.rejects(act(), failsWith('not-found'));
    assert.equal((await daniel.firm.cases.get({ id: items.cases })).sealed, true);
    assert.equal((await daniel.firm.threads.get({ id: items.threads })).messageCount, 1);
  });

  it('A4: tells a system that pushes into a sealed case by its external id of a collision, and nothing more', async () => {
    const portal = await createTestPortal({ database });
    const { daniel } = await begin(portal);
    const words = { title: canary, area: canary, statusLabel: canary };
    const system = await testSystem(portal, ['cases', 'events']);
    const own = await daniel.firm.cases.create({ ...words, externalId: 'matter-7' });
    const date = { caseId: own.id, kind: 'other', title: canary, startsOn: '2026-05-01' } as const;
    await daniel.firm.events.create({ ...date, externalId: 'date-7' });
    await system.cases.create({ ...words, externalId: 'matter-7' });
    await daniel.firm.cases.seal({ id: own.id });

    const hint = (error: unknown) =>
      !JSON.stringify(error).includes(canary) && !JSON.stringify(error).includes('seal');
    const push = system.cases.create({ ...words, title: 'Other', externalId: 'matter-7' });
    await assert.rejects(push, (error) => failsAt('conflict', ['externalId'], 'taken')(error) && hint(error));
    const other = await system.cases.create({ ...words, externalId: 'matter-8' });
    const dates = system.events.create({ ...date, caseId: other.id, externalId: 'date-7' });
    await assert.rejects(
      dates,
      (error) => failsAt('conflict', ['externalId'], 'taken')(error) && hint(error),
    );
    assert.equal((await daniel.firm.cases.get({ id: own.id })).title, canary);
  });

  it('changes nothing for its clients, byte for byte', async () => {
    const portal = await createTestPortal({ database });
    const { ana, items, seal } = await begin(portal);
    const before = await everything(ana, items);
    assert.ok(tellTales(before).length > 5);
    const mails = portal.mails.length;
    await seal();
    await portal.server.settle();
    assert.deepEqual(await everything(ana, items), before);
    assert.equal(portal.mails.length, mails);
  });

  it('takes what an admin has of it who wrote in it without being on its team', async () => {
    const portal = await createTestPortal({ database });
    const { admin, ana, daniel, items, seal } = await begin(portal);
    const opening = { caseId: items.cases, recipientIds: [ana.id, daniel.id], subject: canary, body: canary };
    const { id } = await admin.firm.threads.start(opening);
    assert.equal((await admin.firm.threads.list()).items.length, 1, 'the control');
    await seal();
    assert.deepEqual((await admin.firm.threads.list()).items, []);
    await assert.rejects(admin.firm.messages.list({ id }), failsWith('not-found'));
    assert.deepEqual(await admin.portal.notifications.counts(), { cases: 0, inbox: 0, calendar: 0 });
    await daniel.firm.messages.reply({ id, body: 'To the client alone' });
    assert.equal((await ana.portal.threads.get({ id })).participants.length, 2);
  });

  it('keeps a sealed case to somebody: one without a team cannot be sealed, and the last cannot leave', async () => {
    const portal = await createTestPortal({ database });
    const { firm, admin, daniel, items, seal } = await begin(portal);
    const { id } = await firm.addCase({ clients: [] });
    await admin.firm.cases.setTeam({ id, members: [] });
    await assert.rejects(admin.firm.cases.seal({ id }), failsAt('conflict', [], 'no-team'));
    await seal();
    const alone = { id: items.cases, members: [] };
    await assert.rejects(daniel.firm.cases.setTeam(alone), failsAt('conflict', [], 'no-team'));
    const members = [{ personId: daniel.id }, { personId: admin.id }];
    await daniel.firm.cases.setTeam({ id: items.cases, members });
    assert.equal(
      (await admin.firm.cases.get({ id: items.cases })).sealed,
      true,
      'an admin on its team sees it',
    );
    assert.ok((await admin.firm.cases.list()).items.some((one) => one.id === items.cases));
  });

  it('lets an admin who seals a case from outside out with it', async () => {
    const portal = await createTestPortal({ database });
    const { admin, daniel, items } = await begin(portal);
    assert.equal((await admin.firm.cases.seal({ id: items.cases })).sealed, true);
    await assert.rejects(admin.firm.cases.get({ id: items.cases }), failsWith('not-found'));
    await daniel.firm.cases.get({ id: items.cases });
  });

  it('breaks the glass for an admin with a reason, puts them on the team, and tells the team', async () => {
    const portal = await createTestPortal({ database });
    const { admin, ana, daniel, mia, items, seal } = await begin(portal);
    const reason = `Daniel is ill, and the ${canary} hearing is tomorrow`;
    const open = (side: FirmClient, id = items.cases) => side.cases.openSeal({ id, reason });
    await assert.rejects(open(admin.firm), failsAt('conflict', [], 'open'));
    await seal();
    await assert.rejects(open(mia.firm), failsWith('forbidden'));
    await assert.rejects(open(daniel.firm), failsWith('forbidden'));
    await assert.rejects(open(admin.firm, newId('case')), failsWith('not-found'));
    const elsewhere = (await portal.addFirm('seaside')).admin;
    await assert.rejects(open(elsewhere.firm), failsWith('not-found'));
    await portal.server.settle();
    const { revision } = await ana.portal.cases.get({ id: items.cases });
    const mails = portal.mails.length;

    portal.clock.pass(60);
    const opened = await open(admin.firm);
    assert.deepEqual(
      opened.team.map(({ personId }) => personId),
      [daniel.id, admin.id],
    );
    const opening = { personId: admin.id, name: admin.name, at: portal.clock().toISOString(), reason };
    assert.deepEqual(opened.sealOpenings, [opening]);
    assert.deepEqual((await daniel.firm.cases.get({ id: items.cases })).sealOpenings, [opening]);
    assert.equal(opened.sealed, true);

    await portal.server.settle();
    const [news] = (await daniel.portal.notifications.list()).items;
    assert.deepEqual([news?.kind, news?.subject.id, news?.unseen], ['case.seal.opened', items.cases, true]);
    assert.ok((await daniel.portal.notifications.counts()).cases >= 1);
    const told = portal.mails.slice(mails);
    assert.deepEqual(
      told.map(({ to }) => to),
      [daniel.email],
    );
    assert.ok(!JSON.stringify(told).includes(canary));
    // To the client it is no news: there is one more person to write to.
    const after = await ana.portal.cases.get({ id: items.cases });
    assert.deepEqual([after.revision, after.team.length], [revision, 2]);
    assert.ok((await ana.portal.activity.list()).items.every(({ kind }) => !kind.includes('seal')));

    const entry = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'case.seal.opened')
      .select(['actor_id', 'case_id', 'data'])
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      { ...entry },
      {
        actor_id: admin.id,
        case_id: items.cases,
        data: `{"personIds":["${admin.id}"]}`,
      },
    );
  });

  it('G3: is told to no admin outside the team by what they may do with the way in of a client', async () => {
    const portal = await createTestPortal({ database });
    const { firm, admin, daniel } = await begin(portal);
    const of = async (name: string, isSealed: boolean) => {
      const client = await firm.addClient(name);
      const { id } = await firm.addCase({ team: [daniel], clients: [client] });
      if (isSealed) await daniel.firm.cases.seal({ id });
      return client;
    };
    const { access, invitations, views } = admin.firm;
    for (const { id } of [await of('Open', false), await of('Sealed', true)]) {
      assert.equal((await access.get({ id })).state, 'active');
      assert.equal((await access.disable({ id })).sessions, 0);
      await access.enable({ id });
      await invitations.create({ id });
    }
    // What opens the case stays shut.
    const { id } = await of('Sealed too', true);
    await assert.rejects(views.create({ id }), failsWith('forbidden'));
    await assert.rejects(
      admin.firm.people.update({ id, email: 'mallory@people.example' }),
      failsWith('forbidden'),
    );
    // And a colleague who is no admin answers only for whom they work for.
    const mia = await firm.addStaff('Mia Chen');
    await assert.rejects(mia.firm.access.get({ id }), failsWith('forbidden'));
  });

  it('lets nobody from whom a case of theirs is sealed say where a client’s mail goes', async () => {
    const portal = await createTestPortal({ database });
    const { firm, admin, daniel } = await begin(portal);
    const bo = await admin.firm.people.create({ name: 'Bo Lind', email: 'bo@people.example' });
    await firm.addCase({ team: [daniel], clients: [bo] });
    const sealed = await firm.addCase({ team: [daniel], clients: [bo] });
    const move = (side: FirmClient, email: string) => side.people.update({ id: bo.id, email });
    await move(admin.firm, 'bo.lind@people.example');
    await daniel.firm.cases.seal({ id: sealed.id });
    await assert.rejects(move(admin.firm, 'mallory@people.example'), failsWith('forbidden'));
    await assert.rejects(
      move(await testSystem(portal, ['people', 'cases']), 'mallory@people.example'),
      failsWith('forbidden'),
    );
    await admin.firm.invitations.create({ id: bo.id });
    await move(daniel.firm, 'bo@people.example');
  });
});
