/** Tests that are named elsewhere, as the answer to something: whether they are there. */
import { existsSync, readFileSync } from 'node:fs';
import { at } from './workspace.ts';

/** Whether a file below the root has a test of exactly this name, as it is written there. */
export function hasNamedTest(file: string, name: string): boolean {
  const code = existsSync(at(file)) ? readFileSync(at(file), 'utf8') : '';
  const opening = /\b(?:it|test|itHolds)\(\s*(['"`])/g;
  return [...code.matchAll(opening)].some(({ 0: { length }, 1: quote, index }) =>
    code.startsWith(`${name}${quote}`, index + length),
  );
}
