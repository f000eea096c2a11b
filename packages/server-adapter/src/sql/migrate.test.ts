import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm } from '../testing/seed.ts';
import type { Database } from './database.ts';
import { MigrationMismatch } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { portable, type Migration } from './migrations/migration.ts';

const names = migrations.map(({ name }) => name);
const next = (name: string, ...statements: string[]): Migration => ({
  name,
  statements: (dialect) => portable(dialect, statements),
});
const notes = next('9001_notes', 'create table notes (id text not null primary key, size integer) strict');

const tables = async ({ kysely }: Database) =>
  (await kysely.introspection.getTables())
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name).toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const seen: Record<string, unknown> = {};

forEachDatabase((dialect, open) => {
  test('an empty database gets the whole schema, and a second run changes nothing', async () => {
    const database = await open({ migrate: false });
    assert.deepEqual(await database.migrate(), { applied: names, ahead: [] });
    assert.deepEqual(await database.migrate(), { applied: [], ahead: [] });
    seen[dialect] = await tables(database);
  });

  test('two nodes that start at once migrate once', async () => {
    const database = await open({ migrate: false });
    const reports = await Promise.all([database.migrate(), database.migrate()]);
    assert.deepEqual(
      reports.flatMap(({ applied }) => applied),
      names,
    );
  });

  test('what is there stays when a later migration comes', async () => {
    const database = await open();
    const firm = await database.transaction((tx) => addFirm(tx));
    assert.deepEqual(await database.migrate([...migrations, notes]), { applied: ['9001_notes'], ahead: [] });
    const [row] = await database.kysely.selectFrom('firms').select('id').execute();
    assert.equal(row?.id, firm);
  });

  test('a migration that was changed after it ran is refused', async () => {
    const database = await open({ migrate: false });
    await database.migrate([...migrations, notes]);
    const changed = next('9001_notes', 'create table notes (id text not null primary key) strict');
    await assert.rejects(database.migrate([...migrations, changed]), MigrationMismatch);
    // The control: unchanged, it is accepted.
    await database.migrate([...migrations, notes]);
  });

  test('a migration that vanished from the middle is refused', async () => {
    const database = await open({ migrate: false });
    await database.migrate([...migrations, notes]);
    const other = next('9002_other', 'create table other (id text not null primary key) strict');
    await assert.rejects(database.migrate([...migrations, other]), MigrationMismatch);
  });

  test('a database that a newer version has migrated is served by the older one', async () => {
    const database = await open({ migrate: false });
    await database.migrate([...migrations, notes]);
    assert.deepEqual(await database.migrate(migrations), { applied: [], ahead: ['9001_notes'] });
  });

  test('a migration that fails leaves nothing behind', async () => {
    const database = await open();
    const before = await tables(database);
    const broken = next(
      '9001_broken',
      'create table half (id text not null primary key) strict',
      'create table half (id text not null primary key) strict',
    );
    await assert.rejects(database.migrate([...migrations, broken]));
    assert.deepEqual(await tables(database), before);
    assert.deepEqual(await database.migrate([...migrations, notes]), { applied: ['9001_notes'], ahead: [] });
  });
});

test('both databases have the same tables and columns', () => {
  assert.deepEqual(seen['sqlite'], seen['postgres']);
  assert.ok((seen['sqlite'] as unknown[]).length > 20);
});
