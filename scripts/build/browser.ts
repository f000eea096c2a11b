/**
 * Builds what a page can load without a bundler of its own:
 * `casefront.bundle.js`, everything in one file, and `casefront.js`, which fetches each element on first sight.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { rollup, type OutputOptions } from 'rollup';
import { at } from '../lib/workspace.ts';
import { markBrowserFiles } from '../setup/browser-files.ts';
import { readBudget } from '../size/budget.ts';
import { browserOutput, buildPages, forBrowser, reach } from './for-browser.ts';

const elements = 'packages/elements';

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
  await rm(`${dir}/casefront`, { recursive: true, force: true });
  await build('src/define.ts', {
    entryFileNames: 'casefront.bundle.js',
    inlineDynamicImports: true,
    // lit's browser build touches the document at once; where there is none, as on a server, nothing runs.
    intro: 'if (typeof document === "object") {',
    outro: '}',
  });
  const firstView = await firstViewModules();
  await build('src/casefront.ts', {
    entryFileNames: 'casefront.js',
    chunkFileNames: 'casefront/[name]-[hash].js',
    manualChunks: (id) => (firstView.has(id) ? 'first-view' : null),
  });
  markBrowserFiles(minify ? 'fresh' : 'stale');

  async function build(source: string, output: OutputOptions): Promise<void> {
    const input = at(elements, source);
    if (!existsSync(input)) return;
    const bundle = await rollup(forBrowser({ input }, minify));
    await bundle.write({ ...browserOutput(minify), dir, ...output });
    await bundle.close();
  }
}

/**
 * What the first screen of a portal needs, signed in or not. It comes in one file, whichever of its elements the page
 * shows first: one request, compressed together, is faster than twenty small ones.
 */
async function firstViewModules(): Promise<Set<string>> {
  const modules = readBudget().entries['first view']?.modules ?? [];
  const chunks = reach(await buildPages({ first: modules }, { minify: false }), 'first');
  const ids = [...chunks].flatMap((chunk) => Object.entries(chunk.modules));
  return new Set(ids.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id));
}
