/** An element in @casefront/elements: class, registration, words in every language, stories, test. */
import { readdirSync } from 'node:fs';
import { at } from '../lib/workspace.ts';
import { afterLast, all, append, replace, type Change } from './change.ts';
import { camelCase, type ElementNames } from './names.ts';

const elements = 'packages/elements/src';

/** What an element says, by the last part of the key, in each language that has a catalog. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ElementParts {
  readonly names: ElementNames;
  /** Folder of the class below src: `deadlines`. */
  readonly folder: string;
  /** Sources of the class, the stories and the test. */
  readonly element: string;
  readonly stories: string;
  readonly test: string;
  readonly words: Words;
}

/** What every new element needs, whatever it shows. */
export function elementChange({ names, folder, element, stories, test, words }: ElementParts): Change {
  const { tag, file, className } = names;
  const english = catalog(file, words['en']!);
  return {
    files: {
      [`${elements}/${folder}/${tag}.ts`]: element,
      [`${elements}/${folder}/${tag}.test.ts`]: test,
      [`${elements}/define/${tag}.ts`]: define(names, folder),
      [`${elements}/locales/en.${file}.json`]: `{\n${english}\n}\n`,
      [`stories/${file}.stories.ts`]: stories,
    },
    edits: {
      [`${elements}/define.ts`]: append(`import './define/${tag}.ts';`),
      [`${elements}/index.ts`]: afterLast(
        /^export \{ \w+ \} from '\.\/.+\/.+'/,
        `export { ${className} } from './${folder}/${tag}.ts';`,
      ),
      [`${elements}/locales/english.ts`]: all(
        afterLast(
          /^import type \w+ from '\.\/en\./,
          `import type ${variable(file)} from './en.${file}.json';`,
        ),
        replace(/(type Entry = keyof \([^)]*)\)/, `$1 & typeof ${variable(file)})`),
      ),
      ...Object.fromEntries(
        otherLanguages().map((language) => [
          `${elements}/locales/${language}.json`,
          replace(/\n\}\s*$/, `,\n\n${catalog(file, words[language] ?? words['en']!)}\n}\n`),
        ]),
      ),
    },
  };
}

/** Catalogs beside English: `es.json`. */
const otherLanguages = (): string[] =>
  readdirSync(at(elements, 'locales'))
    .filter((file) => /^[a-z]{2}(-\w+)?\.json$/.test(file) && file !== 'en.json')
    .map((file) => file.replace('.json', ''));

const catalog = (file: string, words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([key, text]) => `  "${file}.${key}": ${JSON.stringify(text)}`)
    .join(',\n');

const variable = (file: string): string => `${camelCase(file)}Words`;

const define = (
  { tag, className }: ElementNames,
  folder: string,
) => `import { ${className} } from '../${folder}/${tag}.ts';
import { define } from './define.ts';

define('${tag}', ${className});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`;

/** The way from a test in a folder of the elements to the root: `../../../../`. */
export const upFrom = (folder: string): string => '../'.repeat(folder.split('/').length + 3);
