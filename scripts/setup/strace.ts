/** Finds strace, which counts what a process asks of the kernel, or installs it. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lib/process.ts';
import { progress } from './progress.mjs';

/**
 * Path of strace: an installed one, else one that this installs with apt (Debian, as root).
 * @throws an error that says in one line what to do
 */
export async function ensureStrace(): Promise<string> {
  const found = find() ?? (await installWithApt());
  if (!found) throw new Error('No strace: install it (Linux only), and run again.');
  return found;
}

const find = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'strace'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

async function installWithApt(): Promise<string | undefined> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  const done = progress('Installing strace (apt-get)');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'strace'], { env });
  const found = find();
  done(found ?? 'not possible here');
  return found;
}
