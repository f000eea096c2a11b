/**
 * Builds what a page can load without a bundler of its own:
 * `casefront.bundle.js`, everything in one file, and `casefront.js`, which fetches each element on first sight.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { rollup, type OutputOptions, type Plugin, type RollupOptions } from 'rollup';
import { at } from '../lib/workspace.ts';
import { markBrowserFiles } from '../setup/browser-files.ts';
import { failOnWarning } from './libraries.ts';
import { browserModules, compile, minifyCode, minifyTemplates } from './plugins.ts';

const elements = 'packages/elements';
const chunks = 'casefront';

const files: { source: string; output: OutputOptions }[] = [
  {
    source: 'src/define.ts',
    output: {
      entryFileNames: 'casefront.bundle.js',
      inlineDynamicImports: true,
      // lit's browser build touches the document at once; where there is none, as on a server, nothing runs.
      intro: 'if (typeof document === "object") {',
      outro: '}',
    },
  },
  {
    source: 'src/casefront.ts',
    output: { entryFileNames: 'casefront.js', chunkFileNames: `${chunks}/[name]-[hash].js` },
  },
];

export interface BrowserBuild {
  /** Where the files go; `dist` of the elements unless said otherwise. */
  readonly dir?: string;
  /** Off while developing: faster to build, and readable. */
  readonly minify?: boolean;
}

/** @throws an error with the compiler's own words */
export async function buildBrowserFiles({
  dir = at(elements, 'dist'),
  minify = true,
}: BrowserBuild = {}): Promise<void> {
  await rm(`${dir}/${chunks}`, { recursive: true, force: true });
  for (const { source, output } of files) {
    const input = at(elements, source);
    if (!existsSync(input)) continue;
    const bundle = await rollup(forBrowser({ input }, minify));
    await bundle.write({ ...browserOutput(minify), dir, ...output });
    await bundle.close();
  }
  markBrowserFiles(minify ? 'fresh' : 'stale');
}

/**
 * What `sideEffects` of our package.json files say, which rollup does not apply to files outside of node_modules: of a
 * module that only a lazy element uses, nothing gets into the first chunk.
 */
const onlyDefinitions = (id: string): boolean =>
  !/\/packages\/(core|elements)\/src\//.test(id) || /\/src\/(define[./]|casefront\.)/.test(id);

/** Rollup's options for code that runs in the browser in production: ours from source, templates without white space. */
export const forBrowser = (options: RollupOptions, minify = true): RollupOptions => ({
  onwarn: failOnWarning,
  treeshake: { moduleSideEffects: onlyDefinitions },
  ...options,
  plugins: [minify && minifyTemplates(), browserModules(), compile(), options.plugins],
});

export const browserOutput = (minify = true): OutputOptions => ({
  format: 'es',
  sourcemap: true,
  plugins: minify ? [minifyCode()] : ([] satisfies Plugin[]),
});
