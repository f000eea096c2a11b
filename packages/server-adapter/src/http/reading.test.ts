import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

forEachDatabase((_, database) => {
  it('lets nobody make the journal grow without end by reading', async () => {
    const portal = await createTestPortal({ database });
    const [ana, daniel] = [await portal.firm.addClient(), await portal.firm.addStaff()];
    const { id: caseId } = await portal.firm.addCase({ team: [daniel], clients: [ana] });
    const message = { caseId, recipientIds: [daniel.id], subject: 'A question', body: 'When?' };
    const { id } = await ana.portal.threads.start(message);
    const entries = async () =>
      (
        await portal.database.kysely
          .selectFrom('journal')
          .where('verb', '=', 'thread.read')
          .select('seq')
          .execute()
      ).length;
    await ana.portal.threads.get({ id });
    // As if she had done so 599 times; what cannot be found is not counted.
    await portal.database.transaction((tx) =>
      tx.updateTable('rate_counters').set({ count: 599 }).where('count', '=', 1).execute(),
    );
    await assert.rejects(ana.portal.threads.get({ id: id.replace(/.$/, 'x') }), failsWith('not-found'));
    await ana.portal.messages.list({ id });
    const before = await entries();
    await assert.rejects(ana.portal.messages.list({ id }), failsWith('rate.limited'));
    await assert.rejects(ana.portal.threads.get({ id }), failsWith('rate.limited'));
    assert.equal(await entries(), before);
    // Everything else goes on, others read on, and so does she a little later.
    await ana.portal.threads.list();
    await daniel.firm.threads.get({ id });
    portal.clock.pass(11 * 60);
    await ana.portal.threads.get({ id });
    assert.equal(await entries(), before + 2);
  });
});
