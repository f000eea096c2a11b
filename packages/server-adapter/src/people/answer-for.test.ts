import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { testSystem } from '../testing/system.ts';

const mine = 'mallory@people.example';

/** Ana has a case of Daniel's, and has not been invited yet. Mia works at the firm, on other cases. */
async function begin(portal: TestPortal) {
  const { firm } = portal;
  const [daniel, mia] = [await firm.addStaff('Daniel Okafor'), await firm.addStaff('Mia Chen')];
  const ana = await firm.admin.firm.people.create({
    name: 'Ana Silva',
    email: 'ana@people.example',
    externalId: 'contact-7',
  });
  const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana] });
  await firm.addCase({ team: [mia], clients: [await firm.addClient('Bo Lind')] });
  return { ana, caseId, daniel, mia };
}

forEachDatabase((_, database) => {
  it('lets nobody who sees none of a client’s cases say where their mail goes', async () => {
    const portal = await createTestPortal({ database });
    const { ana, mia } = await begin(portal);
    const { people, invitations } = mia.firm;
    await assert.rejects(people.update({ id: ana.id, email: mine }), failsWith('forbidden'));
    await assert.rejects(
      people.create({ name: 'Ana Silva', email: mine, externalId: 'contact-7' }),
      failsWith('forbidden'),
    );
    await assert.rejects(invitations.create({ id: ana.id }), failsWith('forbidden'));
    assert.equal((await people.update({ id: ana.id, phone: '1' })).email, ana.email);
  });

  it('lets the team of one of the cases, and admins', async () => {
    const portal = await createTestPortal({ database });
    const { ana, daniel } = await begin(portal);
    await daniel.firm.people.update({ id: ana.id, email: 'ana.silva@people.example' });
    await daniel.firm.invitations.create({ id: ana.id });
    const { people, invitations } = portal.firm.admin.firm;
    await people.update({ id: ana.id, email: 'ana@people.example' });
    await invitations.create({ id: ana.id });
  });

  it('lets a key that is for cases too, and no other', async () => {
    const portal = await createTestPortal({ database });
    const { ana } = await begin(portal);
    const ofPeople = await testSystem(portal, ['people']);
    await assert.rejects(ofPeople.people.update({ id: ana.id, email: mine }), failsWith('forbidden'));
    await assert.rejects(ofPeople.invitations.create({ id: ana.id }), failsWith('forbidden'));
    const ofCases = await testSystem(portal, ['people', 'cases']);
    await ofCases.people.update({ id: ana.id, email: 'ana.silva@people.example' });
    await ofCases.invitations.create({ id: ana.id });
  });

  it('counts a share that has yet to begin, and none that is over', async () => {
    const portal = await createTestPortal({ database });
    const { ana, caseId, mia } = await begin(portal);
    const tomorrow = new Date(portal.clock().getTime() + 86_400_000).toISOString();
    await portal.database.transaction((tx) =>
      tx.updateTable('shares').set({ from_at: tomorrow }).where('person_id', '=', ana.id).execute(),
    );
    const invite = () => mia.firm.invitations.create({ id: ana.id });
    await assert.rejects(invite(), failsWith('forbidden'));
    await portal.firm.admin.firm.cases.removeParticipant({ id: caseId, personId: ana.id });
    await invite();
  });

  it('lets all of the firm, and its systems, as long as nothing is shared', async () => {
    const portal = await createTestPortal({ database });
    const { mia } = await begin(portal);
    for (const { people, invitations } of [mia.firm, await testSystem(portal, ['people'])]) {
      const { id } = await people.create({
        name: 'Cleo Berg',
        email: 'cleo@people.example',
        externalId: 'c',
      });
      await people.update({ id, email: `${id}@people.example`.toLowerCase() });
      await invitations.create({ id });
    }
  });

  it('answers an invitation without the token', async () => {
    const portal = await createTestPortal({ database });
    const { ana } = await begin(portal);
    const invitation = await portal.firm.admin.firm.invitations.create({ id: ana.id });
    assert.deepEqual(Object.keys(invitation).toSorted(), [
      'createdAt',
      'email',
      'expiresAt',
      'id',
      'personId',
    ]);
  });
});
