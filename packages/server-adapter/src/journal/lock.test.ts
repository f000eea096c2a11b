/** Many at once: everybody's turn comes, nobody waits for another crosswise, and who is let out is out. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { it } from 'node:test';
import { sql } from 'kysely';
import { sqlBackend, type Backend } from '../backend.ts';
import type { Database } from '../sql/database.ts';
import type { Scoped } from '../sql/scoped.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { addFirm } from '../testing/seed.ts';
import { lockFirm } from './lock.ts';

async function createWorld(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const bo = await firm.addClient('Bo Lind');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana, bo] });
  return { firm, ana, bo, daniel, caseId };
}

/** How many deadlocks Postgres has broken in this database. */
async function deadlocks({ dialect, kysely }: Database): Promise<number> {
  if (dialect === 'sqlite') return 0;
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()`.execute(
    kysely,
  );
  return rows[0]!.deadlocks;
}

forEachDatabase((dialect, database) => {
  it('does fifty different things at the same moment without a deadlock', async () => {
    const portal = await createTestPortal({ database });
    const { firm, ana, bo, daniel, caseId } = await createWorld(portal);
    const before = await deadlocks(portal.database);
    const opening = { caseId, recipientIds: [daniel.id], subject: 'A question', body: 'When is it?' };
    const { id: threadId } = await ana.portal.threads.start(opening);
    const things: ((round: number) => Promise<unknown>)[] = [
      (round) => daniel.firm.cases.update({ id: caseId, title: `Petition ${round}` }),
      (round) => firm.admin.firm.people.update({ id: ana.id, name: `Ana ${round}` }),
      (round) => firm.admin.firm.people.update({ id: daniel.id, name: `Daniel ${round}` }),
      () => firm.admin.firm.invitations.create({ id: bo.id }),
      (round) => daniel.firm.steps.create({ caseId, title: `Step ${round}`, visible: true }),
      () => ana.portal.notifications.seen({ type: 'case', id: caseId, revision: 1_000 }),
      (round) => ana.portal.messages.reply({ id: threadId, body: `Question ${round}` }),
      (round) => daniel.firm.messages.reply({ id: threadId, body: `Answer ${round}` }),
      () => bo.portal.threads.start(opening),
      () => portal.server.settle(),
    ];
    const rounds = Array.from({ length: 5 }, (_, round) => things.map((thing) => thing(round)));
    const results = await Promise.allSettled(rounds.flat());
    assert.equal(results.length, 50);
    assert.deepEqual(
      results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : [])),
      [],
    );
    // Postgres counts with a delay of up to a second.
    if (dialect === 'postgres') await sleep(1_500);
    assert.equal(await deadlocks(portal.database), before);
  });

  it('lets nobody write about a case while they are taken out of it', async () => {
    const [leaving, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const backend = (door: Scoped): Backend => {
      const own = sqlBackend(door);
      const leave: Backend['firmCases']['leave'] = async (...input) => {
        const left = await own.firmCases.leave(...input);
        leaving.resolve();
        await held.promise;
        return left;
      };
      return { ...own, firmCases: { ...own.firmCases, leave } };
    };
    const portal = await createTestPortal({ database, backend });
    const { firm, ana, daniel, caseId } = await createWorld(portal);
    const start = () =>
      ana.portal.threads.start({
        caseId,
        recipientIds: [daniel.id],
        subject: 'Hearing',
        body: 'When is it?',
      });
    assert.ok(await start(), 'the control: while in the case it is possible');

    const removal = firm.admin.firm.cases.removeParticipant({ id: caseId, personId: ana.id });
    await leaving.promise;
    const late = assert.rejects(start(), failsWith('not-found'));
    await sleep(200);
    held.resolve();
    await Promise.all([removal, late]);
  });

  it('keeps one transaction of a firm waiting for another, also before the first entry', async () => {
    const opened = await database();
    const firm = await opened.transaction((tx) => addFirm(tx));
    const order: string[] = [];
    const { promise: isTaken, resolve: taken } = Promise.withResolvers<void>();
    const first = opened.transaction(async (tx) => {
      await lockFirm(tx, firm);
      taken();
      await sleep(50);
      order.push('first');
    });
    await isTaken;
    const second = opened.transaction(async (tx) => {
      await lockFirm(tx, firm);
      order.push('second');
    });
    await Promise.all([first, second]);
    assert.deepEqual(order, ['first', 'second']);
  });
});
