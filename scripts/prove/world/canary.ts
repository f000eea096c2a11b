/**
 * Every text that is put into the world bears a canary: a word that names the firm and a number, by which the world's
 * own book knows whose it is. Whoever reads a canary that is not theirs has found a leak, wherever it came from.
 */

/** `canarya17z`: firm a, number 17. In lower case, because addresses are compared so. */
export const canary = (letter: string, number: number): string => `canary${letter}${number}z`;

const pattern = /canary([a-z])(\d+)z/gi;

export interface Canary {
  readonly word: string;
  readonly letter: string;
  readonly number: number;
}

/** The canaries in a text, each once. */
export function canariesIn(text: string): Canary[] {
  const found = new Map<string, Canary>();
  if (text.includes('anary'))
    for (const [match, letter, number] of text.matchAll(pattern)) {
      const word = match.toLowerCase();
      found.set(word, { word, letter: letter!.toLowerCase(), number: Number(number) });
    }
  return [...found.values()];
}

const idPattern = /\b[a-z]{3,6}_[0-9A-Za-z]{22}\b/g;

/** The ids in a text, each once: they are canaries too. */
export const idsIn = (text: string): Set<string> => new Set(text.match(idPattern));

export const prefixOf = (id: string): string => id.slice(0, id.indexOf('_'));
