import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../../ids.ts';
import { forEachDatabase } from '../../testing/databases.ts';
import { failsWith } from '../../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../../testing/index.ts';
import { testSystem } from '../../testing/system.ts';

/** A case of two clients, with Daniel and Rosa as its team. */
async function withCase(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const bo = await firm.addClient('Bo Lind');
  const daniel = await firm.addStaff('Daniel Okafor');
  const rosa = await firm.addStaff('Rosa Vidal', 'staff');
  const { id } = await firm.addCase({ team: [daniel, rosa], clients: [ana, bo] });
  const letter = { caseId: id, subject: 'Welcome', body: 'We are on it.' };
  return { firm, ana, bo, daniel, rosa, id, letter };
}

forEachDatabase((_, database) => {
  it('writes to the clients and colleagues that are named, and to nobody else', async () => {
    const portal = await createTestPortal({ database });
    const { ana, bo, daniel, rosa, letter } = await withCase(portal);
    await portal.server.settle();
    const before = portal.mails.length;
    const thread = await daniel.firm.threads.start({ ...letter, recipientIds: [ana.id, rosa.id] });
    assert.deepEqual(
      thread.participants.map(({ name, side }) => [name, side]),
      [
        ['Ana Silva', 'client'],
        ['Daniel Okafor', 'firm'],
        ['Rosa Vidal', 'firm'],
      ],
    );
    assert.equal((await ana.portal.threads.list()).items.length, 1);
    assert.equal((await rosa.firm.threads.list()).items[0]!.unseen, true);
    assert.deepEqual((await bo.portal.threads.list()).items, []);
    await portal.server.settle();
    const told = portal.mails.slice(before).map(({ to }) => to);
    assert.deepEqual(told.sort(), [ana.email, rosa.email].sort());
  });

  it('writes to a client who has no access yet, and they find it when they come', async () => {
    const portal = await createTestPortal({ database });
    const { firm, daniel, id, letter } = await withCase(portal);
    const cleo = await firm.admin.firm.people.create({ name: 'Cleo Marsh', email: 'cleo@people.example' });
    await firm.admin.firm.cases.addParticipant({ id, personId: cleo.id });
    await daniel.firm.threads.start({ ...letter, recipientIds: [cleo.id] });
    const browser = await firm.signIn(cleo);
    assert.equal((await browser.portal.threads.list()).items[0]!.subject, 'Welcome');
  });

  it('writes only to people of the case, at least one of them a client', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, rosa, letter } = await withCase(portal);
    const other = await firm.addClient('Dora Finn');
    const sid = await firm.addStaff('Sid Moss');
    const stranger = await (await portal.addFirm('seaside')).addClient('Sven Dahl');
    const { threads } = daniel.firm;
    for (const wrong of [other.id, sid.id, stranger.id, newId('person')]) {
      await assert.rejects(
        threads.start({ ...letter, recipientIds: [ana.id, wrong] }),
        failsWith('recipients.outside-case'),
      );
    }
    await assert.rejects(threads.start({ ...letter, recipientIds: [rosa.id] }), failsWith('request.invalid'));
    await assert.rejects(
      threads.start({ ...letter, recipientIds: [daniel.id] }),
      failsWith('request.invalid'),
    );
    await assert.rejects(
      sid.firm.threads.start({ ...letter, recipientIds: [ana.id] }),
      failsWith('not-found'),
    );
    assert.deepEqual((await ana.portal.threads.list()).items, []);
  });

  it('lets staff write in no name but their own', async () => {
    const { ana, daniel, rosa, letter } = await withCase(await createTestPortal({ database }));
    const recipientIds = [ana.id];
    const inHers = daniel.firm.threads.start({ ...letter, recipientIds, authorId: rosa.id });
    await assert.rejects(inHers, failsWith('forbidden'));
    const thread = await daniel.firm.threads.start({ ...letter, recipientIds, authorId: daniel.id });
    const { id } = thread;
    await assert.rejects(
      daniel.firm.messages.reply({ id, body: 'Hello', authorId: ana.id }),
      failsWith('forbidden'),
    );
  });

  it('lets a system write in the name of somebody who works on the case, and of nobody else', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, letter } = await withCase(portal);
    const system = await testSystem(portal, ['messages']);
    const sid = await firm.addStaff('Sid Moss');
    const stranger = await (await portal.addFirm('seaside')).addStaff('Sven Dahl');
    const start = (authorId?: string) =>
      system.threads.start({
        ...letter,
        recipientIds: [ana.id],
        ...(authorId !== undefined && { authorId }),
      });
    await assert.rejects(start(), failsWith('request.invalid'));
    for (const wrong of [sid.id, ana.id, stranger.id, newId('person')]) {
      await assert.rejects(start(wrong), failsWith('forbidden'));
    }

    const { id, lastAuthor } = await start(daniel.id);
    assert.equal(lastAuthor.name, 'Daniel Okafor');
    const reply = (authorId: string) => system.messages.reply({ id, body: 'One more thing', authorId });
    for (const wrong of [sid.id, ana.id, stranger.id, newId('person')]) {
      await assert.rejects(reply(wrong), failsWith('forbidden'));
    }
    await assert.rejects(
      system.messages.reply({ id: newId('thread'), body: 'Hello', authorId: daniel.id }),
      failsWith('not-found'),
    );
    assert.equal((await reply(daniel.id)).author.id, daniel.id);
    assert.deepEqual(
      (await system.messages.list({ id })).items.map(({ body }) => body),
      ['One more thing', 'We are on it.'],
    );
  });

  it('lets a system write in nobody’s name whose access is disabled', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, letter } = await withCase(portal);
    const system = await testSystem(portal, ['messages']);
    const authorId = daniel.id;
    const { id } = await system.threads.start({ ...letter, recipientIds: [ana.id], authorId });
    await system.messages.reply({ id, body: 'One more thing', authorId });
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', authorId).execute(),
    );
    await assert.rejects(
      system.messages.reply({ id, body: 'And another', authorId }),
      failsWith('forbidden'),
    );
    assert.equal((await ana.portal.messages.list({ id })).items.length, 2);
  });

  it('makes what a system wrote in somebody’s name no news to them', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, letter } = await withCase(portal);
    const system = await testSystem(portal, ['messages']);
    const { id } = await system.threads.start({ ...letter, recipientIds: [ana.id], authorId: daniel.id });
    await system.messages.reply({ id, body: 'One more thing', authorId: daniel.id });
    await portal.server.settle();
    assert.equal((await daniel.firm.threads.get({ id })).unseen, false);
    assert.equal((await daniel.portal.notifications.counts()).inbox, 0);
    assert.ok(!portal.mails.some(({ to }) => to.includes(daniel.email)));
    assert.equal((await ana.portal.threads.get({ id })).unseen, true);
    assert.ok(portal.mails.some(({ to }) => to.includes(ana.email)));
  });

  it('shows a system all conversations of its firm, and none of another', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel, rosa, letter } = await withCase(portal);
    const one = await daniel.firm.threads.start({ ...letter, recipientIds: [ana.id] });
    const two = await rosa.firm.threads.start({ ...letter, recipientIds: [ana.id] });
    const { threads } = await testSystem(portal, ['messages']);
    const { items } = await threads.list();
    assert.deepEqual(items.map(({ id }) => id).sort(), [one.id, two.id].sort());
    assert.ok(items.every(({ unseen }) => !unseen));
    assert.equal((await threads.get({ id: one.id })).participants.length, 2);

    const elsewhere = await testSystem(portal, ['messages'], await portal.addFirm('seaside'));
    assert.deepEqual((await elsewhere.threads.list()).items, []);
    await assert.rejects(elsewhere.threads.get({ id: one.id }), failsWith('not-found'));
    await assert.rejects(elsewhere.messages.list({ id: one.id }), failsWith('not-found'));
  });

  it('shows an admin only the conversations that they are in', async () => {
    const { firm, ana, daniel, letter } = await withCase(await createTestPortal({ database }));
    const { id } = await daniel.firm.threads.start({ ...letter, recipientIds: [ana.id] });
    const { threads, messages } = firm.admin.firm;
    assert.deepEqual((await threads.list()).items, []);
    await assert.rejects(threads.get({ id }), failsWith('not-found'));
    await assert.rejects(messages.list({ id }), failsWith('not-found'));
    await assert.rejects(messages.reply({ id, body: 'Hello' }), failsWith('not-found'));
    const own = await threads.start({ ...letter, recipientIds: [ana.id] });
    assert.deepEqual(
      (await threads.list()).items.map(({ id: thread }) => thread),
      [own.id],
    );
  });
});
