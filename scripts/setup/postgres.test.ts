import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import pg from 'pg';
import { ensurePostgres, startPostgres } from './postgres.ts';

const folders = () => globSync('casefront-postgres-*', { cwd: tmpdir() });

test('a real Postgres comes up, answers, and leaves nothing behind', async () => {
  const before = folders();
  const server = await startPostgres();
  const [folder] = folders().filter((name) => !before.includes(name));
  assert.ok(folder);
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows } = await client.query('select 1 + 1 as two');
  await client.end();
  await server.stop();
  assert.deepEqual(rows, [{ two: 2 }]);
  assert.ok(!folders().includes(folder));
  await assert.rejects(new pg.Client(server.url).connect());
});

test('a server that TEST_POSTGRES_URL names is used as it is', async (t) => {
  const url = process.env['TEST_POSTGRES_URL'];
  t.after(() =>
    url === undefined ? delete process.env['TEST_POSTGRES_URL'] : (process.env['TEST_POSTGRES_URL'] = url),
  );
  process.env['TEST_POSTGRES_URL'] = 'postgres://db.example/test';
  assert.equal((await ensurePostgres()).url, 'postgres://db.example/test');
});
