import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sqlite } from './sqlite.ts';

test('a limit is no bare parameter, or SQLite would prepare the statement anew each time', async () => {
  const database = sqlite({ file: ':memory:' });
  const query = database.kysely.selectFrom('people').select('id').limit(5).compile();
  assert.match(query.sql, /limit cast\(\? as integer\)$/);
  assert.deepEqual(query.parameters, [5]);
  await database.close();
});
