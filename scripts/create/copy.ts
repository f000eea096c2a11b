/** A copy of the working tree to try things in: its packages import each other, the rest of node_modules is shared. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../lib/process.ts';
import { at, packages } from '../lib/workspace.ts';

export interface Copy {
  /** Absolute path of its root. */
  readonly root: string;
  remove(): void;
}

/** What git knows or would add; nothing that it ignores. */
export async function copyOfTree(): Promise<Copy> {
  const { output } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const root = mkdtempSync(join(tmpdir(), 'casefront-copy-'));
  for (const file of output.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(at(file), join(root, file));
  }
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@casefront'), { recursive: true });
  for (const name of readdirSync(at('node_modules'))) {
    if (!name.startsWith('@casefront')) symlinkSync(at('node_modules', name), join(modules, name));
  }
  for (const { folder, manifest } of packages())
    symlinkSync(join(root, folder), join(modules, manifest.name));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
