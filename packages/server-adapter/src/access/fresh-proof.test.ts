/** What outlasts the session that it was done in asks once more who is there. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { testSystem } from '../testing/system.ts';

const reason = 'The client called, and nobody of the team is here';

forEachDatabase((_, database) => {
  it('G15: asks an admin for a fresh proof before anybody gets more than they had', async () => {
    const portal = await createTestPortal({ database });
    const { firm } = portal;
    const [daniel, mia] = [await firm.addStaff('Daniel Okafor'), await firm.addStaff('Mia Chen')];
    const seal = async () => {
      const { id } = await firm.addCase({ team: [daniel] });
      await daniel.firm.cases.seal({ id });
      return id;
    };
    const [sealed, other] = [await seal(), await seal()];
    const added = await firm.admin.firm.people.create({
      name: 'Bo',
      email: 'bo@people.example',
      kind: 'staff',
    });
    await firm.admin.firm.access.disable({ id: mia.id });
    const provedAt = new Date(portal.clock().getTime() - 600_001).toISOString();
    const [admin, attorney] = [
      await firm.signIn(firm.admin, { provedAt }),
      await firm.signIn(daniel, { provedAt }),
    ];
    const team = [daniel, firm.admin].map(({ id: personId }) => ({ personId }));
    const acts = [
      ({ firm: { keys } }: typeof admin) => keys.create({ name: 'Practice system', scopes: ['people'] }),
      ({ firm: { people } }: typeof admin) =>
        people.create({ name: 'Eve', email: 'eve@people.example', kind: 'staff', role: 'admin' }),
      ({ firm: { people } }: typeof admin) => people.update({ id: added.id, email: 'b@people.example' }),
      ({ firm: { invitations } }: typeof admin) => invitations.create({ id: added.id }),
      ({ firm: { access } }: typeof admin) => access.enable({ id: mia.id }),
      ({ firm: { people } }: typeof admin) => people.update({ id: daniel.id, role: 'admin' }),
      ({ firm: { cases } }: typeof admin) => cases.openSeal({ id: other, reason }),
    ];
    const acquired = [
      ({ firm: { cases } }: typeof admin) => cases.setTeam({ id: sealed, members: team }),
      ({ firm: { cases } }: typeof admin) => cases.unseal({ id: sealed }),
    ];
    for (const act of acts) await assert.rejects(act(admin), failsWith('auth.step-up'), String(act));
    for (const act of acquired) await assert.rejects(act(attorney), failsWith('auth.step-up'), String(act));
    await assert.rejects(admin.firm.access.reset({ id: daniel.id }), failsWith('auth.step-up'));

    // Whoever may not at all is told so first, and what takes away or concerns clients goes on as it is.
    await assert.rejects(attorney.firm.people.update({ id: mia.id, role: 'admin' }), failsWith('forbidden'));
    const ana = await admin.firm.people.create({ name: 'Ana', email: 'ana@people.example' });
    await admin.firm.invitations.create({ id: ana.id });
    await admin.firm.people.update({ id: added.id, phone: '(555) 010-0100' });
    await admin.firm.access.disable({ id: added.id });
    await admin.firm.access.enable({ id: added.id }).catch(failsWith('auth.step-up'));

    // The control: whoever has just shown it is asked nothing.
    const [fresh, attorneyAgain] = [await firm.signIn(firm.admin), await firm.signIn(daniel)];
    await fresh.firm.access.enable({ id: added.id });
    for (const act of acts) await act(fresh);
    for (const act of acquired) await act(attorneyAgain);
  });

  it('asks no system for what it cannot show', async () => {
    const portal = await createTestPortal({ database });
    const system = await testSystem(portal, ['cases']);
    const daniel = await portal.firm.addStaff();
    const { id } = await portal.firm.addCase({});
    portal.clock.pass(601);
    await system.cases.setTeam({ id, members: [{ personId: daniel.id }] });
  });
});
