import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { forEachDatabase } from '../testing/databases.ts';
import { migrations } from './migrations/index.ts';

forEachDatabase((name, open) => {
  test('an empty database gets the whole schema, and a second run changes nothing', async () => {
    const database = await open({ migrate: false });
    const names = migrations.map((migration) => migration.name);
    assert.deepEqual(await database.migrate(), { applied: names, ahead: [] });
    assert.deepEqual(await database.migrate(), { applied: [], ahead: [] });
    assert.deepEqual(await database.kysely.selectFrom('cases').selectAll().execute(), []);
  });
  void sql;
  void name;
});
