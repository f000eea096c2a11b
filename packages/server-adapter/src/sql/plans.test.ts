/** What a client reads is found by who they are, never by looking through a firm. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { everything } from '../testing/everything.ts';
import { createTestPortal } from '../testing/index.ts';
import type { Database, Executor, SqlValue } from './database.ts';
import { sqlite } from './sqlite.ts';

/** Reads a table, or all of a firm's part of it. */
const looksThrough = /^SCAN (?!actions|\(subquery)|\(firm_id=\?\)$/;

it('reads no table and no firm from end to end, on SQLite without a statistic of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'casefront-plans-'));
  const asked = new Map<string, readonly SqlValue[]>();
  const portal = await createTestPortal({
    database: (options) => {
      const database = sqlite({ file: join(folder, 'portal.db'), ...options });
      const heard = <E extends Executor>(executor: E): E => {
        const { run } = executor;
        return Object.assign(executor, {
          run: (sql: string, parameters: readonly SqlValue[]) => {
            if (sql.startsWith('select')) asked.set(sql, parameters);
            return run(sql, parameters);
          },
        });
      };
      // What is read and written down is read in a transaction.
      const transaction: Database['transaction'] = (work) => database.transaction((tx) => work(heard(tx)));
      return { ...database, kysely: heard(database.kysely), transaction };
    },
  });
  try {
    const { firm } = portal;
    const ana = await firm.addClient('Ana Silva');
    const daniel = await firm.addStaff('Daniel Okafor');
    const { id: caseId } = await firm.addCase({ team: [daniel], clients: [ana] });
    const thread = await daniel.firm.threads.start({
      caseId,
      recipientIds: [ana.id],
      subject: 'Welcome',
      body: 'Hello',
    });
    await portal.server.settle();

    asked.clear();
    await everything(ana, { cases: caseId, threads: thread.id });
    await ana.portal.events.list({ when: 'past' });
    await ana.portal.threads.list({ caseId });
    await daniel.firm.cases.list();
    await daniel.firm.events.list();
    await daniel.firm.people.list();
    assert.ok(asked.size > 15, `${asked.size} queries`);
    for (const [sql, parameters] of [...asked]) {
      const plan = (await portal.database.kysely.run(`explain query plan ${sql}`, parameters)) as {
        detail: string;
      }[];
      assert.ok(plan.length > 0);
      const bad = plan.filter(({ detail }) => looksThrough.test(detail)).map(({ detail }) => detail);
      assert.deepEqual(bad, [], sql);
    }
  } finally {
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  }
});
