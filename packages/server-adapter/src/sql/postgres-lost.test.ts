import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';

forEachDatabase((name, open) => {
  if (name !== 'postgres') return;

  it('outlives a connection that breaks in the middle of a transaction, undoes it, and goes on', async () => {
    const database = await open();
    const lost = database.transaction(async (tx) => {
      await tx.run(`insert into rate_counters (key, window_start, count) values ('lost', 'now', 1)`, []);
      const [{ pid } = { pid: 0 }] = (await tx.run('select pg_backend_pid() as pid', [])) as {
        pid: number;
      }[];
      await database.kysely.run('select pg_terminate_backend($1)', [pid]);
      // Nobody waits for an answer when the news comes.
      await new Promise((later) => setTimeout(later, 100));
      await tx.run('select 1', []);
    });
    await assert.rejects(lost);
    const rows = await database.kysely.selectFrom('rate_counters').selectAll().execute();
    assert.deepEqual(rows, []);
  });
});
