/**
 * Builds what a page can load without a bundler of its own:
 * `casefront.bundle.js`, everything in one file, and `casefront.js`, which fetches each element on first sight.
 */
import { existsSync } from 'node:fs';
import { rollup, type OutputOptions, type RollupOptions } from 'rollup';
import { at } from '../lib/workspace.ts';
import { failOnWarning } from './libraries.ts';
import { browserModules, compile, minifyCode, minifyTemplates } from './plugins.ts';

const elements = 'packages/elements';
const dist = at(elements, 'dist');

/** Rollup's options for code that runs in the browser in production: templates and code minified, ours from source. */
export const forBrowser = (input: RollupOptions['input']): RollupOptions => ({
  input: input!,
  plugins: [minifyTemplates(), browserModules(), ...compile()],
  onwarn: failOnWarning,
});

export const browserOutput: OutputOptions = { format: 'es', sourcemap: true, plugins: [minifyCode()] };

export async function buildBrowserFiles(): Promise<void> {
  const bundle = {
    source: at(elements, 'src/define.ts'),
    output: { file: `${dist}/casefront.bundle.js`, inlineDynamicImports: true },
  };
  const loader = {
    source: at(elements, 'src/casefront.ts'),
    output: { dir: dist, entryFileNames: 'casefront.js', chunkFileNames: 'casefront/[name]-[hash].js' },
  };
  for (const { source, output } of [bundle, loader]) {
    if (!existsSync(source)) continue;
    const build = await rollup(forBrowser(source));
    await build.write({ ...browserOutput, ...output });
    await build.close();
  }
}
