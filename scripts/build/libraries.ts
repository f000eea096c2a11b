/** Builds what npm gets: each package as ES modules, a file per source, with source maps and types. */
import { isBuiltin } from 'node:module';
import { rm } from 'node:fs/promises';
import { rollup, type RollupLog } from 'rollup';
import { run } from '../lib/process.ts';
import { at, packages, type Package } from '../lib/workspace.ts';
import { rollupInput } from './entries.ts';
import { compile } from './plugins.ts';

/** @throws an error with the compiler's own words */
export async function buildLibraries(): Promise<void> {
  for (const pack of packages()) {
    await rm(at(pack.folder, 'dist'), { recursive: true, force: true });
    await Promise.all([buildModules(pack), buildTypes(pack)]);
  }
}

async function buildModules(pack: Package): Promise<void> {
  const input = rollupInput(pack);
  if (Object.keys(input).length === 0) return;
  const bundle = await rollup({
    input,
    external: (id) => isBuiltin(id) || /^[a-z@]/.test(id),
    plugins: compile(),
    onwarn: failOnWarning,
  });
  await bundle.write({
    dir: at(pack.folder, 'dist'),
    preserveModules: true,
    preserveModulesRoot: at(pack.folder, 'src'),
    sourcemap: true,
    sourcemapExcludeSources: false,
  });
  await bundle.close();
}

async function buildTypes(pack: Package): Promise<void> {
  const { code, output } = await run('tsc', ['-p', at(pack.folder, 'tsconfig.build.json')]);
  if (code !== 0) throw new Error(`The types of ${pack.manifest.name} do not build:\n${output}`);
}

/** A warning of rollup (a circular import, a missing export) is a bug of ours or soon will be. */
export function failOnWarning(warning: RollupLog): void {
  const isTheirs = warning.ids?.every((id) => id.includes('node_modules')) ?? false;
  if (!isTheirs && warning.code !== 'EMPTY_BUNDLE') throw new Error(warning.message);
}
