/** What each role of the firm may do, and what a key may, from the table in `roles.ts` to the answer. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FirmClient } from '@casefront/core/firm';
import { isPortalError } from '@casefront/core';
import { forEachDatabase } from '../testing/databases.ts';
import { failsAt, failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { testSystem } from '../testing/system.ts';

type Outcome = 'may' | 'forbidden';
const callers = ['admin', 'attorney', 'staff', 'key'] as const;

async function begin(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const bo = await firm.addClient('Bo Lind');
  const daniel = await firm.addStaff('Daniel Okafor');
  const rosa = await firm.addStaff('Rosa Vidal', 'staff');
  const { id } = await firm.addCase({ team: [daniel, rosa, firm.admin], clients: [ana, bo] });
  const key = await testSystem(portal, ['people', 'cases', 'messages', 'events', 'shares']);
  const sides = { admin: firm.admin.firm, attorney: daniel.firm, staff: rosa.firm, key };
  const team = [daniel, rosa, firm.admin].map(({ id: personId }) => ({ personId }));
  return { firm, ana, bo, daniel, rosa, id, sides, team };
}

forEachDatabase((_, database) => {
  it('lets each role do what the table says, and nothing else', async () => {
    const portal = await createTestPortal({ database });
    const { ana, bo, daniel, id, sides, team } = await begin(portal);
    let count = 0;
    const person = { id, personId: ana.id };
    const newcomer = () => ({ name: 'Bea', email: `bea.${++count}@people.example` });
    type Act = (side: FirmClient) => Promise<unknown>;
    const table: [what: string, act: Act, ...(typeof callers)[number][]][] = [
      ['works on the case', ({ cases }) => cases.update({ id, area: `Area ${++count}` }), ...callers],
      ['adds a step', ({ steps }) => steps.create({ caseId: id, title: 'One more' }), ...callers],
      ['adds a client', ({ people }) => people.create(newcomer()), ...callers],
      [
        'adds a participant',
        async ({ cases, people }) => {
          const { id: personId } = await people.create(newcomer());
          await cases.addParticipant({ id, personId, role: 'contact' });
        },
        ...callers,
      ],
      ['sets the team', ({ cases }) => cases.setTeam({ id, members: team }), 'admin', 'attorney', 'key'],
      [
        'changes a part',
        ({ cases }) => cases.updateParticipant({ ...person, permissions: ['case'] }),
        'admin',
        'attorney',
        'key',
      ],
      ['freezes', ({ cases }) => cases.freezeParticipant(person), 'admin', 'attorney'],
      ['unfreezes', ({ cases }) => cases.unfreezeParticipant(person), 'admin', 'attorney'],
      [
        'ends a part',
        async ({ cases }) => {
          await cases.removeParticipant({ id, personId: bo.id });
          await portal.firm.admin.firm.cases.addParticipant({ id, personId: bo.id });
        },
        'admin',
        'attorney',
        'key',
      ],
      ['seals', ({ cases }) => cases.seal({ id }), 'admin', 'attorney'],
      ['unseals', ({ cases }) => cases.unseal({ id }), 'admin', 'attorney'],
      ['adds a colleague', ({ people }) => people.create({ ...newcomer(), kind: 'staff' }), 'admin'],
      ['changes a colleague', ({ people }) => people.update({ id: daniel.id, phone: `${++count}` }), 'admin'],
      ['invites a colleague', ({ invitations }) => invitations.create({ id: daniel.id }), 'admin'],
      ['makes a key', ({ keys }) => keys.create({ name: 'K', scopes: ['people'] }), 'admin'],
    ];
    for (const [what, act, ...allowed] of table) {
      for (const caller of callers) {
        const outcome = await act(sides[caller]).then(
          (): Outcome => 'may',
          (error: unknown): Outcome => {
            if (isPortalError(error, 'forbidden')) return 'forbidden';
            throw error;
          },
        );
        assert.equal(outcome, allowed.includes(caller) ? 'may' : 'forbidden', `${caller} ${what}`);
      }
    }
  });

  it('gives a colleague another role from their next call on, and only admins do', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, daniel, rosa } = await begin(portal);
    const { people } = firm.admin.firm;
    for (const side of [daniel.firm, rosa.firm, await testSystem(portal, ['people'])])
      await assert.rejects(side.people.update({ id: rosa.id, role: 'admin' }), failsWith('forbidden'));
    await assert.rejects(rosa.firm.keys.list(), failsWith('forbidden'));
    assert.equal((await people.update({ id: rosa.id, role: 'admin' })).role, 'admin');
    await rosa.firm.keys.list();
    assert.equal((await rosa.portal.session.get()).person.role, 'admin');
    await people.update({ id: rosa.id, role: 'staff' });
    await assert.rejects(rosa.firm.keys.list(), failsWith('forbidden'));
    await assert.rejects(
      people.update({ id: ana.id, role: 'admin' }),
      failsAt('request.invalid', ['role'], 'not-staff'),
    );
    assert.equal((await people.get({ id: ana.id })).role, null);
  });

  it('lets nobody change their own role, and keeps the last admin one', async () => {
    const portal = await createTestPortal({ database });
    const { firm, rosa } = await begin(portal);
    const { admin } = firm;
    const step = { id: admin.id, role: 'staff' } as const;
    await assert.rejects(admin.firm.people.update(step), failsAt('conflict', ['role'], 'own'));
    await admin.firm.people.update({ id: rosa.id, role: 'admin' });
    await assert.rejects(admin.firm.people.update(step), failsAt('conflict', ['role'], 'own'));
    // Of two admins who take each other's role at once, one keeps it.
    const answers = await Promise.allSettled([
      admin.firm.people.update({ id: rosa.id, role: 'staff' }),
      rosa.firm.people.update({ id: admin.id, role: 'staff' }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    const admins = await portal.database.kysely
      .selectFrom('people')
      .where('firm_id', '=', firm.id)
      .where('role', '=', 'admin')
      .select('id')
      .execute();
    assert.equal(admins.length, 1);
  });
});
