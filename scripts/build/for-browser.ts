/** How rollup builds code for the browser in production: ours from source, templates and code minified. */
import { rollup, type OutputChunk, type OutputOptions, type Plugin, type RollupOptions } from 'rollup';
import { failOnWarning } from './libraries.ts';
import { browserModules, compile, minifyCode, minifyTemplates } from './plugins.ts';

/**
 * What `sideEffects` of our package.json files say, which rollup does not apply to files outside of node_modules: of a
 * module that only a lazy element uses, nothing gets into the first chunk.
 */
const onlyDefinitions = (id: string): boolean =>
  !/\/packages\/(core|elements)\/src\//.test(id) || /\/src\/(define[./]|casefront\.)/.test(id);

export const forBrowser = (options: RollupOptions, minify = true): RollupOptions => ({
  onwarn: failOnWarning,
  treeshake: { moduleSideEffects: onlyDefinitions },
  ...options,
  plugins: [minify && minifyTemplates(), browserModules(), compile(), options.plugins],
});

export const browserOutput = (minify = true): OutputOptions => ({
  format: 'es',
  sourcemap: true,
  plugins: minify ? [minifyCode()] : [],
});

/** Builds pages by name, each of which imports a list of modules, in one build. */
export async function buildPages(
  pages: Readonly<Record<string, readonly string[]>>,
  { minify = true } = {},
): Promise<OutputChunk[]> {
  const page: Plugin = {
    name: 'page',
    resolveId: (id) => (id.startsWith('page:') ? id : null),
    load: (id) => {
      const modules = id.startsWith('page:') ? pages[id.slice('page:'.length)] : undefined;
      return modules?.map((module, i) => `import * as m${i} from '${module}'; export { m${i} };`).join('\n');
    },
  };
  const input = Object.fromEntries(Object.keys(pages).map((name) => [name, `page:${name}`]));
  const bundle = await rollup(forBrowser({ input, plugins: [page] }, minify));
  const { output } = await bundle.generate({ ...browserOutput(minify), sourcemap: false });
  await bundle.close();
  return output.filter((file) => file.type === 'chunk');
}

/** The chunk of a page with all that it imports at once, or later too. */
export function reach(chunks: readonly OutputChunk[], page: string, isLazy = false): Set<OutputChunk> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<OutputChunk>();
  const visit = (chunk: OutputChunk | undefined) => {
    if (!chunk || reached.has(chunk)) return;
    reached.add(chunk);
    [...chunk.imports, ...(isLazy ? chunk.dynamicImports : [])].forEach((file) => visit(byFile.get(file)));
  };
  visit(chunks.find((chunk) => chunk.isEntry && chunk.name === page));
  return reached;
}
