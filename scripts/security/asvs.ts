/** The table that says how each item of OWASP's ASVS 5.0, level 2, is answered: `docs/security/asvs-5.0.json`. */
import { readFileSync } from 'node:fs';
import { at } from '../lib/workspace.ts';

/** How an item is answered; each has exactly one. */
export const kinds = {
  /** `file#name of the test`, or `prove:G14`. */
  test: 'by a test',
  /** `file#Heading`. */
  document: 'by a document',
  /** `H5`, a duty in SECURITY.md. */
  host: 'by a duty of the host',
  /** What brings it: a part that SECURITY.md names as not built. */
  'not-built': 'not before a part is built that is still missing',
} as const;
export type Kind = keyof typeof kinds;

export interface Item extends Partial<Readonly<Record<Kind, string>>> {
  /** As the standard numbers it, without its V. */
  readonly id: string;
  readonly level: 1 | 2;
  /** What it asks for, in our words. */
  readonly about: string;
}

export interface Asvs {
  readonly standard: {
    readonly name: string;
    readonly version: string;
    readonly source: string;
    readonly license: string;
    readonly note: string;
    /** How many items it has, of all three levels. */
    readonly items: number;
  };
  /** How many items of levels 1 and 2 each chapter has. */
  readonly chapters: readonly { readonly id: number; readonly about: string; readonly items: number }[];
  readonly applicable: readonly Item[];
  readonly outOfScope: readonly { readonly why: string; readonly ids: readonly string[] }[];
}

export const readAsvs = (): Asvs =>
  JSON.parse(readFileSync(at('docs/security/asvs-5.0.json'), 'utf8')) as Asvs;

export const answersOf = (item: Item): { kind: Kind; value: string }[] =>
  (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const value = item[kind];
    return value === undefined ? [] : [{ kind, value }];
  });

export const chapterOf = (id: string): number => Number(id.slice(0, id.indexOf('.')));

/** In front of the first `#`, and behind it. */
export function parts(value: string): [file: string, name: string] {
  const mark = value.indexOf('#');
  return [value.slice(0, mark), value.slice(mark + 1)];
}
