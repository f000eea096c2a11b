/** Counts the bytes that a page loads, by building what it loads. */
import { gzipSync } from 'node:zlib';
import { rollup, type OutputChunk, type Plugin } from 'rollup';
import { browserOutput, forBrowser } from '../build/browser.ts';
import { elementTags } from '../generate/element-tags.ts';
import type { Budget, BudgetEntry, Size } from './budget.ts';

/** One build; each entry is a list of modules that a page imports together. */
async function build(entries: Readonly<Record<string, readonly string[]>>): Promise<OutputChunk[]> {
  const input = Object.fromEntries(Object.keys(entries).map((name) => [name, `page:${name}`]));
  const page: Plugin = {
    name: 'page',
    resolveId: (id) => (id.startsWith('page:') ? id : null),
    load: (id) => {
      const modules = id.startsWith('page:') ? entries[id.slice('page:'.length)] : undefined;
      return modules?.map((module, i) => `import * as m${i} from '${module}'; export { m${i} };`).join('\n');
    },
  };
  const bundle = await rollup(forBrowser({ input, plugins: [page] }));
  const { output } = await bundle.generate({ ...browserOutput(), sourcemap: false });
  await bundle.close();
  return output.filter((file) => file.type === 'chunk');
}

/** The chunk of an entry with all that it imports at once, or later too. */
function reach(chunks: readonly OutputChunk[], entry: string, isLazy = false): Set<OutputChunk> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<OutputChunk>();
  const visit = (chunk: OutputChunk | undefined) => {
    if (!chunk || reached.has(chunk)) return;
    reached.add(chunk);
    [...chunk.imports, ...(isLazy ? chunk.dynamicImports : [])].forEach((file) => visit(byFile.get(file)));
  };
  visit(chunks.find((chunk) => chunk.isEntry && chunk.name === entry));
  return reached;
}

const gzip = (chunks: Iterable<OutputChunk>): number =>
  [...chunks].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);

/** Schemas cost more than all of lit, and zod's probe for `eval` trips a strict policy: none may reach a page. */
const forbiddenIn = (chunks: Iterable<OutputChunk>): string[] =>
  [...chunks]
    .flatMap(({ modules }) => Object.entries(modules))
    .filter(([id, { renderedLength }]) => renderedLength > 0 && id.includes('/node_modules/zod/'))
    .map(([id]) => id.slice(id.lastIndexOf('/node_modules/') + '/node_modules/'.length));

export async function measureEntry(
  name: string,
  { limit, modules, lazy = false }: BudgetEntry,
): Promise<Size> {
  const chunks = await build({ page: modules });
  return {
    name,
    limit,
    bytes: gzip(reach(chunks, 'page', lazy)),
    forbidden: forbiddenIn(reach(chunks, 'page', true)),
  };
}

/** What each further element adds to a page that has loaded the entry `beyond`. */
export async function measureSections({ entries, sections }: Budget): Promise<Size[]> {
  const first = entries[sections.beyond]?.modules ?? [];
  const module = (tag: string) => `@casefront/elements/define/${tag}`;
  const further = elementTags().filter((tag) => !first.includes(module(tag)));
  if (further.length === 0) return [];
  const chunks = await build({ first, ...Object.fromEntries(further.map((tag) => [tag, [module(tag)]])) });
  const loaded = reach(chunks, 'first');
  return further.map((tag) => {
    const added = reach(chunks, tag).difference(loaded);
    return { name: `+ ${tag}`, limit: sections.limit, bytes: gzip(added), forbidden: forbiddenIn(added) };
  });
}
