/** A folder for what tests write and nobody keeps: in memory where there is room, which makes databases ten times faster. */
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const gigabyte = 2 ** 30;

export interface Scratch {
  readonly folder: string;
  /** Also called when the process ends. */
  remove(): void;
}

/** Makes it, and makes it the folder for temporary files of this process and its children. */
export function useScratch(): Scratch {
  const folder = mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'casefront-test-'));
  chmodSync(folder, 0o755); // Postgres runs as another user where the tests run as root
  process.env['TMPDIR'] = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  return { folder, remove };
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, freemem()) > 3 * gigabyte;
  } catch {
    return false;
  }
}
