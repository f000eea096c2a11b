/** The demo's data as its first start makes it, made once a day and for each state of the sources. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../../../scripts/lib/workspace.ts';

const cache = at('.cache/e2e');

/**
 * A folder with data of its own, to be thrown away afterwards.
 *
 * @param fill starts the site on an empty folder, and ends it in its own order
 */
export async function seededFolder(fill: (folder: string) => Promise<void>): Promise<string> {
  const kept = join(cache, state());
  if (!existsSync(kept)) await make(kept, fill);
  const folder = await mkdtemp(join(tmpdir(), 'casefront-e2e-'));
  await cp(kept, folder, { recursive: true });
  return folder;
}

async function make(kept: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(cache, { recursive: true });
  const before = await readdir(cache);
  const folder = await mkdtemp(join(cache, 'unfinished-'));
  await fill(folder);
  // Another test file may have been faster; then this one is its twin.
  await rename(folder, kept).catch(() => rm(folder, { recursive: true }));
  const outdated = before.filter((name) => !name.startsWith('unfinished-'));
  await Promise.all(outdated.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

/** Changes with everything that the data depends on: the seed's dates count from today. */
function state(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const sources = globSync('{packages/{core,server-adapter},examples/firm-website}/src/**/*.ts', {
    cwd: at(),
  });
  for (const file of sources.toSorted()) hash.update(file).update(readFileSync(at(file)));
  return hash.digest('hex').slice(0, 16);
}
