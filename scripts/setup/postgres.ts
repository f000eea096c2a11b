/** A real Postgres for the tests, from npm's binaries: on a free port, in a temporary folder, gone at the end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaries, ownerOfData, reachable } from './postgres-binaries.ts';

export interface Postgres {
  /** `postgres://…/postgres`, of a superuser: each test file makes its own database. */
  readonly url: string;
  /** Ends every connection, stops the server and deletes its data. */
  stop(): Promise<void>;
}

/** A server that can be made to fail. */
export interface MortalPostgres extends Postgres {
  /** Ends it as a power cut would, but for the disk: nothing is written any more (“immediate” shutdown). */
  crash(): Promise<void>;
  /** Starts it again on the same data, at the same address. */
  restart(): Promise<void>;
}

/** Speed over safety: the data is thrown away anyway. */
const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const settings = [
  'max_connections=200',
  'log_checkpoints=off',
  'dynamic_shared_memory_type=mmap', // beside the data, so that a killed server leaves nothing in /dev/shm
  'unix_socket_directories=',
];

/** The server that `TEST_POSTGRES_URL` names, or one of our own. */
export async function ensurePostgres(): Promise<Postgres> {
  const url = process.env['TEST_POSTGRES_URL'];
  return url ? { url, stop: async () => {} } : await startPostgres();
}

/**
 * @param more settings beside the common ones; by default those that are quick and forget
 * @throws an error with what the server said when it does not come up within 30 s
 */
export async function startPostgres(more: readonly string[] = hasty): Promise<MortalPostgres> {
  const owner = ownerOfData();
  const home = mkdtempSync(join(tmpdir(), 'casefront-postgres-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true });
  process.on('exit', removeHome);
  const data = join(home, 'data');
  const secret = join(home, 'password');
  const password = randomBytes(16).toString('hex');
  writeFileSync(secret, password, { mode: 0o600 });
  if (owner) [home, secret].forEach((path) => chownSync(path, owner.uid, owner.gid));

  const bin = reachable(await binaries(), home);
  const options = { ...owner, cwd: home, env: { ...process.env, LC_ALL: 'C' } };
  const login = ['-U', 'casefront', '-A', 'scram-sha-256', '-c', 'scram_iterations=1', `--pwfile=${secret}`];
  await finished(spawn(bin.initdb, ['-D', data, ...login, '-E', 'UTF8', '--no-sync'], options));
  const port = await freePort();
  const flags = [...settings, ...more].flatMap((setting) => ['-c', setting]);
  const start = async () => {
    server = spawn(bin.postgres, ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, ...flags], options);
    await ready(server);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ended = isOver(server) || new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  let server: ChildProcess;
  process.on('exit', () => server.kill('SIGQUIT')); // where nobody could wait for stop()
  await start();
  return {
    url: `postgres://casefront:${password}@127.0.0.1:${port}/postgres`,
    crash: () => end('SIGQUIT'),
    restart: start,
    async stop() {
      await end('SIGINT'); // Postgres' “fast” shutdown
      removeHome();
    },
  };
}

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function ready(server: ChildProcess): Promise<void> {
  const log = watch(server);
  for (const start = Date.now(); Date.now() - start < 30_000; await sleep(20)) {
    if (log.text.includes('ready to accept connections')) return;
    if (isOver(server)) break;
  }
  throw new Error(`Postgres did not start:\n${log.text}`);
}

async function finished(child: ChildProcess): Promise<void> {
  const log = watch(child);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`initdb failed:\n${log.text}`);
}

function watch(child: ChildProcess): { text: string } {
  const log = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (log.text += chunk.toString()));
  }
  return log;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
