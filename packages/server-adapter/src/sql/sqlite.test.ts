import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { addFirm } from '../testing/seed.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { sqlite } from './sqlite.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casefront-sqlite-'));
  file = join(folder, 'portal.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('every commit is on the disk, references are checked, and reads cannot write', async () => {
  const database = sqlite({ file });
  await database.migrate();
  const setting = async (name: string) =>
    Object.values((await database.kysely.run(`pragma ${name}`, []))[0] as object)[0];
  assert.equal(await setting('journal_mode'), 'wal');
  assert.equal(await setting('foreign_keys'), 1);
  await database.transaction(async (tx) => {
    assert.deepEqual({ ...((await tx.run('pragma synchronous', []))[0] as object) }, { synchronous: 2 });
  });
  await assert.rejects(database.kysely.deleteFrom('firms').execute(), /readonly/);
  await database.close();
});

test('a second process is refused while the first has the file', async () => {
  const database = sqlite({ file });
  assert.throws(() => sqlite({ file }), /Another process/);
  await assert.rejects(killedInAnotherProcess(), /Another process/);
  await database.close();
  // The control: free again, it opens.
  await sqlite({ file }).close();
});

test('who only looks may look meanwhile, and cannot write', async () => {
  const database = sqlite({ file });
  await database.migrate();
  await database.transaction((tx) => addFirm(tx));
  const looking = sqlite({ file, readOnly: true });
  assert.equal((await looking.kysely.selectFrom('firms').selectAll().execute()).length, 1);
  await assert.rejects(
    looking.transaction((tx) => addFirm(tx)),
    /readonly/,
  );
  await looking.close();
  await database.transaction((tx) => addFirm(tx));
  await database.close();
});

test('nobody else on the machine can read the files', async () => {
  const database = sqlite({ file });
  await database.migrate();
  for (const name of await readdir(folder)) {
    assert.equal((await stat(join(folder, name))).mode & 0o077, 0, name);
  }
  assert.ok((await readdir(folder)).includes('portal.db-wal'));
  await database.close();
});

test('a process that was killed leaves no lock behind, and what it committed is there', async () => {
  await killedInAnotherProcess();
  const database = sqlite({ file });
  assert.equal((await database.kysely.selectFrom('firms').selectAll().execute()).length, 1);
  await database.close();
});

test('an existing database is copied before it is migrated, and the copy is whole', async () => {
  const database = sqlite({ file });
  await database.migrate();
  await database.transaction((tx) => addFirm(tx));
  const notes: Migration = { name: '9001_notes', statements: () => ['create table notes (id text) strict'] };
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes('before')),
    [],
  );
  await database.migrate([...migrations, notes]);
  await database.close();

  const backup = `${file}.before-9001_notes`;
  assert.equal((await stat(backup)).mode & 0o777, 0o600);
  const copy = new DatabaseSync(backup, { readOnly: true });
  assert.equal(copy.prepare('select * from firms').all().length, 1);
  assert.throws(() => copy.prepare('select * from notes'));
  copy.close();

  // It is a database like any other: put back in place, it serves.
  await copyFile(backup, file);
  const restored = sqlite({ file });
  assert.deepEqual(await restored.migrate([...migrations, notes]), { applied: ['9001_notes'], ahead: [] });
  await restored.close();
});

test('a database in memory works the same, and its reads wait for the open transaction', async () => {
  const database = sqlite({ file: ':memory:' });
  await database.migrate();
  let reading: Promise<unknown[]> | undefined;
  await database.transaction(async (tx) => {
    reading = database.kysely.selectFrom('firms').selectAll().execute();
    await addFirm(tx);
  });
  assert.equal((await reading)?.length, 1);
  await database.close();
});

/** Opens the file elsewhere, writes a firm, and is killed in the middle of the next transaction. */
async function killedInAnotherProcess() {
  const url = (path: string) => new URL(path, import.meta.url).href;
  const script = `
    import { sqlite } from ${JSON.stringify(url('./sqlite.ts'))};
    import { addFirm } from ${JSON.stringify(url('../testing/seed.ts'))};
    const database = sqlite({ file: ${JSON.stringify(file)} });
    await database.migrate();
    await database.transaction((tx) => addFirm(tx));
    await database.transaction(async (tx) => {
      await addFirm(tx);
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => setTimeout(() => {}, 60_000));
    });`;
  const child = spawn(
    process.execPath,
    ['--conditions=casefront-source', '--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`It ended with ${code}: ${errors}`);
}
