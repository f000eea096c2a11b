/** Derives `packages/elements/src/tags.ts`, which the lazy loader reads, from the modules that register elements. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { at } from '../lib/workspace.ts';

/** Registering modules are named after their tag; a custom element's name always has a hyphen. */
export const elementTags = (): string[] =>
  globSync('*-*.ts', { cwd: at('packages/elements/src/define') })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => basename(file, '.ts'))
    .toSorted();

export function elementTagsFile(): string {
  const lines = elementTags().map((tag) => `  '${tag}': () => import('./define/${tag}.ts'),`);
  return `// Derived from define/ by \`npm run generate\`; do not edit.

/** Every element by its tag, with the import that registers it. */
export const tags: Readonly<Record<string, () => Promise<unknown>>> = {
${lines.join('\n')}
};
`;
}
