/** Builds the declarations of a package. */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { run } from '../lib/process.ts';
import { at, type Package } from '../lib/workspace.ts';

/** @throws an error with the compiler's own words */
export async function buildTypes(pack: Package, dir: string): Promise<void> {
  const { code, output } = await run('tsc', ['-p', at(pack.folder, 'tsconfig.build.json'), '--outDir', dir]);
  if (code !== 0) throw new Error(`The types of ${pack.manifest.name} do not build:\n${output}`);
  await declareJson(at(pack.folder, 'src'), dir);
}

/**
 * The build makes `words.json.js` of `words.json`, and a project that uses us may not read JSON at all: the
 * declarations have to name the module that is really there, and say what is in it.
 */
async function declareJson(src: string, dir: string): Promise<void> {
  for (const file of globSync('**/*.json', { cwd: src })) {
    const value: unknown = JSON.parse(await readFile(`${src}/${file}`, 'utf8'));
    await writeFile(`${dir}/${file}.d.ts`, `declare const value: ${typeOf(value)};\nexport default value;\n`);
  }
  for (const file of globSync('**/*.d.ts', { cwd: dir })) {
    const text = await readFile(`${dir}/${file}`, 'utf8');
    const changed = text.replace(
      /((?:from |import\()['"]\.[^'"]+\.json)(['"])( with \{[^}]*\})?/g,
      '$1.js$2',
    );
    if (changed !== text) await writeFile(`${dir}/${file}`, changed);
  }
}

const typeOf = (value: unknown): string => {
  if (Array.isArray(value)) return `readonly (${[...new Set(value.map(typeOf))].join(' | ') || 'never'})[]`;
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  const fields = Object.entries(value).map(
    ([key, one]) => `  readonly ${JSON.stringify(key)}: ${typeOf(one)};`,
  );
  return `{\n${fields.join('\n')}\n}`;
};
