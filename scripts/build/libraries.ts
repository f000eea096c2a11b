/** Builds what npm gets: each package as ES modules, a file per source, with source maps and types. */
import { isBuiltin } from 'node:module';
import { rename, rm } from 'node:fs/promises';
import { rollup, type RollupLog } from 'rollup';
import { at, packages, type Package } from '../lib/workspace.ts';
import { rollupInput } from './entries.ts';
import { compile } from './plugins.ts';
import { buildTypes } from './types.ts';

/** Adds to a package, in the folder that becomes its `dist`, what only this package has. */
export type Extra = (dir: string) => Promise<void>;

/**
 * Builds every package, dependencies first. The old `dist` stays in place until the new one is complete.
 * @throws an error with the compiler's own words
 */
export async function buildPackages(extras: Readonly<Record<string, Extra>> = {}): Promise<void> {
  for (const pack of packages()) {
    const next = at(pack.folder, '.dist-next');
    const dist = at(pack.folder, 'dist');
    await rm(next, { recursive: true, force: true });
    await Promise.all([buildModules(pack, next), buildTypes(pack, next)]);
    await extras[pack.id]?.(next);
    await rm(dist, { recursive: true, force: true });
    await rename(next, dist);
  }
}

async function buildModules(pack: Package, dir: string): Promise<void> {
  const bundle = await rollup({
    input: rollupInput(pack),
    external: (id) => isBuiltin(id) || /^[a-z@]/.test(id),
    plugins: compile(),
    onwarn: failOnWarning,
  });
  await bundle.write({
    dir,
    preserveModules: true,
    preserveModulesRoot: at(pack.folder, 'src'),
    sourcemap: true,
  });
  await bundle.close();
}

/** A warning of rollup (a circular import, a missing export) is a bug of ours or soon will be. */
export function failOnWarning(warning: RollupLog): void {
  const isTheirs = warning.ids?.every((id) => id.includes('node_modules')) ?? false;
  if (!isTheirs && warning.code !== 'EMPTY_BUNDLE') throw new Error(warning.message);
}
