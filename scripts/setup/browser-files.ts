/** Builds `casefront.js` and `casefront.bundle.js` when what they are made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from '../lib/workspace.ts';
import { progress } from './progress.mjs';

const stamp = at('.cache/browser-files');
const built = ['casefront.js', 'casefront.bundle.js'].map((file) => at('packages/elements/dist', file));

/** Everything that can change the built files. */
const inputs = [
  'packages/{core,elements}/src/**/*.{ts,json}',
  'packages/{core,elements}/{package,tsconfig}.json',
  'scripts/build/*.ts',
  'package-lock.json',
  'tsconfig.base.json',
];

/** Quick when nothing has changed: reads the sources, builds nothing. */
export async function ensureBrowserFiles(): Promise<void> {
  if (built.every((file) => existsSync(file)) && readStamp() === digest()) return;
  const done = progress('Building the elements');
  const { buildBrowserFiles } = await import('../build/browser.ts');
  await buildBrowserFiles();
  done();
}

/** Remembers whether the built files are what the sources, as they are now, make for production. */
export function markBrowserFiles(state: 'fresh' | 'stale'): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state === 'fresh' ? digest() : '');
}

const readStamp = (): string | undefined => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined);

function digest(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: at() }).filter((file) => !file.endsWith('.test.ts'));
  for (const file of files.toSorted())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)));
  return hash.digest('hex');
}
