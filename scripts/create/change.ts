/** What `create` does to the tree: files that are new, and lines that are added to those that list everything. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { at } from '../lib/workspace.ts';

export interface Change {
  /** Texts of new files by path below the root. */
  readonly files: Readonly<Record<string, string>>;
  /** Each takes the text of a file and gives it back with what is new. */
  readonly edits: Readonly<Record<string, (text: string) => string>>;
}

/**
 * Makes the change, whole or not at all: nothing is written when a file is there already or an edit finds no place.
 * @returns the files that were written
 */
export async function apply({ files, edits }: Change): Promise<string[]> {
  const taken = Object.keys(files).filter((file) => existsSync(at(file)));
  if (taken.length > 0) throw new Error(`Already there: ${taken.join(', ')}`);
  const texts = new Map(Object.entries(files));
  for (const [file, edit] of Object.entries(edits)) {
    const text = await readFile(at(file), 'utf8');
    try {
      texts.set(file, edit(text));
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
  }
  for (const [file, text] of texts) {
    await mkdir(dirname(at(file)), { recursive: true });
    await writeFile(at(file), text);
  }
  return [...texts.keys()];
}

type Edit = (text: string) => string;

/** One edit after the other. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (text) =>
    edits.reduce((changed, edit) => edit(changed), text);

/** Adds a line at the end of the block that begins with `opening`: an object, an array, an interface. */
export const intoBlock =
  (opening: string, line: string, closing = '\n}'): Edit =>
  (text) => {
    const end = text.indexOf(closing, place(text, opening));
    if (end < 0) throw new Error(`“${opening}” has no end`);
    return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
  };

/** Adds a line before the first one that contains `mark`. */
export const before =
  (mark: string, line: string): Edit =>
  (text) => {
    const start = text.lastIndexOf('\n', place(text, mark)) + 1;
    return `${text.slice(0, start)}${line}\n${text.slice(start)}`;
  };

/** Adds a line after the last line that matches, as those of a list of imports do. */
export const afterLast =
  (pattern: RegExp, line: string): Edit =>
  (text) => {
    const lines = text.split('\n');
    const last = lines.findLastIndex((one) => pattern.test(one));
    if (last < 0) throw new Error(`no line matches ${pattern}`);
    return lines.toSpliced(last + 1, 0, line).join('\n');
  };

/** Replaces the one place that matches. */
export const replace =
  (pattern: RegExp, by: string): Edit =>
  (text) => {
    if (!pattern.test(text)) throw new Error(`nothing matches ${pattern}`);
    return text.replace(pattern, by);
  };

export const append =
  (line: string): Edit =>
  (text) =>
    `${text.trimEnd()}\n${line}\n`;

function place(text: string, mark: string): number {
  const found = text.indexOf(mark);
  if (found < 0) throw new Error(`“${mark}” is not there any more; scripts/create expects it`);
  return found;
}
