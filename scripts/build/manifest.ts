/** Writes `custom-elements.json`: what editors and documentation know of each element (tag, attributes, events, parts). */
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { elementTags } from '../generate/element-tags.ts';
import { at } from '../lib/workspace.ts';

const folder = at('packages/elements');

/** The part of the schema (https://github.com/webcomponents/custom-elements-manifest) that we touch. */
interface Manifest {
  modules: { path: string; declarations?: { name: string; tagName?: string }[]; exports?: object[] }[];
}

export async function buildManifest(dir: string): Promise<void> {
  const manifest = await analyze();
  const tags = new Map(elementTags().map((tag) => [className(tag), tag]));
  for (const module of manifest.modules) {
    module.path = module.path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
    for (const declaration of module.declarations ?? []) {
      const tag = tags.get(declaration.name);
      if (tag) declaration.tagName = tag;
    }
  }
  // The classes of elements; the rest of the modules is nobody's business.
  manifest.modules = manifest.modules.filter(({ declarations }) =>
    declarations?.some(({ tagName }) => tagName),
  );
  await writeFile(`${dir}/custom-elements.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** `PortalSignIn` of `portal-sign-in`. */
const className = (tag: string): string =>
  tag.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());

async function analyze(): Promise<Manifest> {
  // What it exports at run time is not in its typings.
  const name = '@custom-elements-manifest/analyzer';
  const { create, ts } = await import(name);
  const { litPlugin } = await import(`${name}/src/features/framework-plugins/lit/lit.js`);
  const sources = globSync('src/**/*.ts', { cwd: folder }).filter(
    (file) => !/\.test\.ts$|\/testing\//.test(file),
  );
  const modules: unknown[] = sources
    .toSorted()
    .map((file) =>
      ts.createSourceFile(file, readFileSync(`${folder}/${file}`, 'utf8'), ts.ScriptTarget.ES2022, true),
    );
  return create({ modules, plugins: litPlugin(), context: { dev: false } }) as Manifest;
}
