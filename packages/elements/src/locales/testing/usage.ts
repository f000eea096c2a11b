/** Which words which module may say, read from the sources: for the tests of the catalogs. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '../english.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** Every source of the elements, as `cases/portal-case.ts`. */
export const sources = globSync('**/*.ts', { cwd: root }).filter(
  (file) => !file.endsWith('.test.ts') && !file.includes('testing/'),
);

/** The English catalogs by file name. */
export const catalogs = new Map<string, Catalog>(
  globSync('en*.json', { cwd: new URL('locales/', root) })
    .toSorted()
    .map((name) => [name, JSON.parse(read(`locales/${name}`)) as Catalog]),
);

/** Every key, plurals by their stem. */
export const known = new Set(
  [...catalogs.values()].flatMap((words) =>
    Object.keys(words).map((key) => key.replace(/_(one|other)$/, '')),
  ),
);

/** The keys that a file names; one that is put together (`errors.${code}`) stands for all that begin so. */
export function* saidIn(file: string): Generator<string> {
  for (const [, key, open] of read(file).matchAll(/[`'"]([a-z][a-z-]*\.[\w.-]*)(\$\{)?/g)) {
    if (open) yield* [...known].filter((one) => one.startsWith(key!));
    else if (known.has(key!)) yield key!;
  }
}

/** The keys that a module and everything it imports at once may say, and the catalogs that come with them. */
export function neededBy(entry: string): { keys: string[]; brought: string[] } {
  const keys = new Set<string>();
  const brought = new Set<string>();
  for (const file of importedBy(entry)) {
    const text = read(file);
    for (const [, name] of text.matchAll(/^import (?!type)\w+ from '[^']*\/(en[\w.-]*\.json)'/gm))
      brought.add(name!);
    for (const [, key, open] of text.matchAll(/[`'"]([a-z][a-z-]*\.[\w.-]*)(\$\{)?/g)) {
      if (open) for (const one of known) if (one.startsWith(key!)) keys.add(one);
      if (!open && known.has(key!)) keys.add(key!);
    }
  }
  return { keys: [...keys], brought: [...brought].toSorted() };
}

/** The modules that are fetched when they are needed, with the one that fetches them. */
export const fetchedLater = (): { entry: string; by: string }[] =>
  sources.flatMap((by) =>
    [...read(by).matchAll(/import\('(\.[^']+\.ts)'\)/g)].map(([, path]) => ({
      entry: join(dirname(by), path!),
      by,
    })),
  );

function importedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !sources.includes(file)) return seen;
  seen.add(file);
  const imports = /^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'(\.[^']+\.ts)'/gm;
  for (const [, path] of read(file).matchAll(imports)) importedBy(join(dirname(file), path!), seen);
  return seen;
}
