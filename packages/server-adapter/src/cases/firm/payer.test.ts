/** Whoever pays for a client learns nothing of what the client tells their lawyer (Model Rule 1.8(f)). */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMarkedCase, canary, tellTales } from '../../testing/canary.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { tryEverything } from '../../testing/everything.ts';
import { failsAt, failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';
import { testSystem } from '../../testing/system.ts';

const payer = { role: 'payer', consentOn: '2026-03-02' } as const;

async function begin(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const paul = await firm.addClient('Paul Silva');
  const daniel = await firm.addStaff('Daniel Okafor');
  const items = await addMarkedCase(firm, { team: [daniel], clients: [ana] });
  const told = async (person: typeof ana) => {
    await portal.server.settle();
    return tellTales(await tryEverything(person, items));
  };
  return { firm, ana, paul, daniel, items, told };
}

forEachDatabase((_, database) => {
  it('L9: takes a payer in only with the client’s consent, and keeps its date', async () => {
    const portal = await createTestPortal({ database });
    const { paul, daniel, items } = await begin(portal);
    const add = { id: items.cases, personId: paul.id, role: 'payer' } as const;
    for (const { cases } of [daniel.firm, await testSystem(portal, ['cases'])])
      await assert.rejects(cases.addParticipant(add), failsAt('request.invalid', ['consentOn'], 'required'));
    const { participants } = await daniel.firm.cases.addParticipant({ ...add, ...payer });
    const his = participants.find(({ personId }) => personId === paul.id);
    assert.deepEqual([his?.consentOn, his?.permissions], ['2026-03-02', ['billing', 'pay']]);
  });

  it('L9: shows a payer no narrative, no date, no message, not even that there is a case', async () => {
    const portal = await createTestPortal({ database });
    const { ana, paul, daniel, items, told } = await begin(portal);
    await daniel.firm.cases.addParticipant({ id: items.cases, personId: paul.id, ...payer });
    await daniel.firm.cases.update({ id: items.cases, statusLabel: `${canary} again` });
    assert.deepEqual(await told(paul), []);
    assert.deepEqual(await paul.portal.notifications.counts(), { cases: 0, inbox: 0, calendar: 0 });
    assert.equal(portal.mails.filter(({ to }) => to === paul.email).length, 0);
    // The control: the client has all of it.
    assert.deepEqual(
      (await told(ana)).toSorted(),
      [
        'profile.data',
        'dashboard.get',
        'cases.list',
        'cases.get',
        'events.list',
        'threads.list',
        'threads.get',
        'messages.list',
        'notifications.list',
        'activity.list',
      ].toSorted(),
    );
  });

  it('L9: refuses to share a case, a date or a conversation with a payer, and says why', async () => {
    const portal = await createTestPortal({ database });
    const { paul, daniel, items, told } = await begin(portal);
    await daniel.firm.cases.addParticipant({ id: items.cases, personId: paul.id, ...payer });
    const system = await testSystem(portal, ['cases', 'shares', 'messages']);
    for (const { shares } of [daniel.firm, portal.firm.admin.firm, system]) {
      for (const item of [
        { type: 'case', id: items.cases },
        { type: 'event', id: items.events },
      ] as const) {
        const sharing = shares.create({ ...item, personId: paul.id });
        await assert.rejects(sharing, failsAt('conflict', ['personId'], 'payer'));
      }
    }
    const letter = { caseId: items.cases, recipientIds: [paul.id], subject: 'The bill', body: canary };
    await assert.rejects(daniel.firm.threads.start(letter), failsWith('recipients.outside-case'));
    await assert.rejects(
      paul.portal.threads.start({ ...letter, recipientIds: [daniel.id] }),
      failsWith('not-found'),
    );
    assert.deepEqual(await told(paul), []);
  });

  it('L9: takes everything from a client who becomes a payer', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, items, told } = await begin(portal);
    const key = { id: items.cases, personId: ana.id };
    await assert.rejects(
      daniel.firm.cases.updateParticipant({ ...key, role: 'payer' }),
      failsAt('request.invalid', ['consentOn'], 'required'),
    );
    assert.ok((await told(ana)).length > 0, 'the control');
    await daniel.firm.cases.updateParticipant({ ...key, ...payer });
    assert.deepEqual(await told(ana), []);
    await assert.rejects(
      daniel.firm.cases.updateParticipant({ ...key, permissions: ['billing', 'case'] }),
      failsAt('request.invalid', ['permissions'], 'not-for-role'),
    );
  });
});
