import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe } from 'node:test';
import { Client } from 'pg';
import type { Database, Dialect } from '../sql/database.ts';
import type { EngineOptions } from '../sql/engine.ts';
import { postgres } from '../sql/postgres.ts';
import { sqlite } from '../sql/sqlite.ts';
import { startPostgres } from './embedded-postgres.ts';

export interface OpenOptions extends EngineOptions {
  /** Whether the schema is there. Default: yes. */
  migrate?: boolean;
}

/** Opens a fresh, empty database; the test that opened it need not close it. */
export type Open = (options?: OpenOptions) => Promise<Database>;

/**
 * Declares the same tests twice: on SQLite in a file, and on a real Postgres. The Postgres is the one of
 * `TEST_POSTGRES_URL`, or one that is started for this process; each `open()` makes a database of its own on it.
 */
export function forEachDatabase(suite: (name: Dialect, open: Open) => void): void {
  describe('sqlite', () => suite('sqlite', opener(freshSqlite)));
  describe('postgres', () => suite('postgres', opener(freshPostgres)));
}

type Fresh = (
  options: EngineOptions,
  migrated: boolean,
) => Promise<{ database: Database; remove: () => Promise<unknown> }>;

function opener(fresh: Fresh): Open {
  type Cleanup = () => Promise<unknown>;
  const ofTest: Cleanup[] = [];
  const ofSuite: Cleanup[] = [];
  const run = async (cleanups: Cleanup[]) => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  };
  // What `before` opened lives as long as the suite, what a test or `beforeEach` opened as long as the test.
  beforeEach(() => void ofSuite.push(...ofTest.splice(0)));
  afterEach(() => run(ofTest));
  after(async () => {
    await run(ofTest);
    await run(ofSuite);
  });

  return async ({ migrate = true, ...options } = {}) => {
    const { database, remove } = await fresh(options, migrate);
    ofTest.push(async () => {
      await database.close();
      await remove();
    });
    if (migrate) await database.migrate();
    return database;
  };
}

const freshSqlite: Fresh = async (options) => {
  const folder = await mkdtemp(join(tmpdir(), 'casefront-'));
  return {
    database: sqlite({ file: join(folder, 'portal.db'), ...options }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

const freshPostgres: Fresh = async (options, migrated) => {
  const server = process.env['TEST_POSTGRES_URL'] ?? (await startPostgres());
  const name = newName();
  // A copy of a migrated database is made in half the time of a migration.
  const from = migrated ? ` template ${await (template ??= makeTemplate(server))}` : '';
  await onServer(server, `create database ${name}${from}`);
  return {
    database: postgres({ url: urlOf(server, name), ...options }),
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
};

let template: Promise<string> | undefined;

async function makeTemplate(server: string): Promise<string> {
  const name = newName();
  await onServer(server, `create database ${name}`);
  const database = postgres({ url: urlOf(server, name) });
  await database.migrate();
  await database.close();
  return name;
}

// At the top of a module it belongs to the whole run. A server that was started for this run takes it along.
after(async () => {
  const server = process.env['TEST_POSTGRES_URL'];
  if (server && template) await onServer(server, `drop database ${await template}`);
});

const newName = () => `casefront_${randomBytes(8).toString('hex')}`;

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
