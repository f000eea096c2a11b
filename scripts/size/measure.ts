/** Counts the bytes that a page loads, by building what it loads. */
import { gzipSync } from 'node:zlib';
import type { OutputChunk } from 'rollup';
import { buildPages, reach } from '../build/for-browser.ts';
import { elementTags } from '../generate/element-tags.ts';
import type { Budget, BudgetEntry, Size } from './budget.ts';

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
  const chunks = await buildPages({ page: modules });
  const everything = reach(chunks, 'page', true);
  return {
    name,
    limit,
    bytes: gzip(lazy ? everything : reach(chunks, 'page')),
    forbidden: forbiddenIn(everything),
  };
}

/** What each further element adds to a page that has loaded the entry `beyond`. */
export async function measureSections({ entries, sections }: Budget): Promise<Size[]> {
  const first = entries[sections.beyond]?.modules ?? [];
  const module = (tag: string) => `@casefront/elements/define/${tag}`;
  const further = elementTags().filter((tag) => !first.includes(module(tag)));
  if (further.length === 0) return [];
  const chunks = await buildPages({
    first,
    ...Object.fromEntries(further.map((tag) => [tag, [module(tag)]])),
  });
  const loaded = reach(chunks, 'first');
  return further.map((tag) => {
    const added = reach(chunks, tag).difference(loaded);
    return { name: `+ ${tag}`, limit: sections.limit, bytes: gzip(added), forbidden: forbiddenIn(added) };
  });
}
