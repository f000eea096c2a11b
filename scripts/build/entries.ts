/** Which modules of a package can be imported, read from its own package.json. */
import { existsSync, globSync } from 'node:fs';
import { at, type Package } from '../lib/workspace.ts';

export interface Entry {
  /** What one writes to import it: `@casefront/core/endpoints/cases`. */
  readonly specifier: string;
  /** Source below the package's folder: `src/endpoints/cases.ts`. */
  readonly source: string;
  /** Built file below the package's folder: `dist/endpoints/cases.js`. */
  readonly built: string;
}

/** Every entry that has TypeScript behind it: the `exports`, with their `*` filled in. */
export const entriesOf = (pack: Package): Entry[] => [...exportEntries(pack)];

/** The scripts that are there as they are, such as `casefront.js`: built, but from no entry with types. */
export const scriptEntries = ({ manifest }: Package): string[] =>
  Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target === 'string' && target.endsWith('.js'))
    .map(([subpath]) => manifest.name + subpath.slice(1));

/** The commands of the package: built, but not there to be imported. */
export const binEntries = (pack: Package): Entry[] =>
  Object.entries(pack.manifest.bin ?? {}).map(([specifier, target]) => {
    const built = target.replace('./', '');
    return { specifier, built, source: built.replace('dist/', 'src/').replace(/\.js$/, '.ts') };
  });

/** The sources of a package's entries that are there already, without their ending, by built name: `endpoints/cases`. */
export const rollupInput = (pack: Package): Record<string, string> =>
  Object.fromEntries(
    [...entriesOf(pack), ...binEntries(pack)]
      .filter(({ source }) => existsSync(at(pack.folder, source)))
      .map(({ source, built }) => [built.replace(/^dist\/|\.js$/g, ''), at(pack.folder, source)]),
  );

function* exportEntries({ manifest, folder }: Package): Generator<Entry> {
  for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
    if (typeof target === 'string') continue; // a file as it is, such as openapi.json
    const source = target['casefront-source']?.replace('./', '');
    const built = target['default']?.replace('./', '');
    if (!source || !built) continue;
    for (const fill of fillings(folder, source)) {
      const name = (text: string) => text.replace('*', fill);
      yield { specifier: name(manifest.name + subpath.slice(1)), source: name(source), built: name(built) };
    }
  }
}

/** What `*` stands for in `src/endpoints/*.ts`; like Node's, it spans folders. */
function fillings(folder: string, source: string): string[] {
  const [before, after] = source.split('*');
  if (before === undefined || after === undefined) return [''];
  return globSync(`${before}**/*${after}`, { cwd: at(folder) })
    .filter((file) => !/\.(test|e2e)\.ts$/.test(file))
    .map((file) => file.slice(before.length, -after.length).replaceAll('\\', '/'))
    .toSorted();
}
