/**
 * Whether a new password is too easy to guess. No rules of composition (NIST SP 800-63B-4, 3.1.1.2; ASVS 6.2.5): long
 * enough, and not made of what anybody would try first. Counted in parts: a known word is worth little more than a
 * letter, and so is a run like `4567` or `aaaa`.
 */
import { commonWords } from './common-words.ts';

/** Fewest parts: ten of fifteen characters. A guesser who goes through words and runs needs a long time for them. */
const fewestParts = (minimum: number) => Math.ceil((minimum * 2) / 3);

/** What is known about the person and could be tried: name, address, firm. */
export type Context = readonly string[];

/** Why the password cannot be used; undefined when it can. `minimum`: fewest characters, see `passwordMinimum`. */
export function weakness(
  password: string,
  context: Context,
  minimum: number,
): 'too_short' | 'too_common' | undefined {
  if ([...password].length < minimum) return 'too_short';
  const parts = countParts(once(plain(password)), [...commonWords, ...wordsOf(context)]);
  return parts < fewestParts(minimum) ? 'too_common' : undefined;
}

/** Lower case, without accents. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

/** Each text whole, run together, and its words of four letters or more; shorter ones are in everything. */
const wordsOf = (context: Context) =>
  context.map(plain).flatMap((text) => {
    const words = text.split(/[^\p{Letter}\p{Number}]+/u);
    return [text, words.join(''), ...words].filter((word) => word.length >= 4);
  });

/** `abcabcabc` is no more than `abc`. */
function once(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part;
  }
  return text;
}

/** What people write for letters: `P4$$w0rd`. One for one, so that places stay the same. */
const stands: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const spelledOut = (text: string) => text.replace(/[013457@$!]/g, (sign) => stands[sign]!);

function countParts(text: string, words: readonly string[]): number {
  const letters = spelledOut(text);
  const longest = (at: number) =>
    Math.max(
      0,
      ...words
        .filter((word) => text.startsWith(word, at) || letters.startsWith(word, at))
        .map((word) => word.length),
    );
  let parts = 0;
  for (let at = 0; at < text.length;) {
    const word = longest(at);
    const run = runLength(text, at);
    // Choosing one of many words is worth more than choosing one letter, and a run is worth no more.
    parts += word > 0 ? 2 : 1;
    at += Math.max(word, run >= 3 ? run : 1);
  }
  return parts;
}

/** How many characters from here are the same, or go up or down by one: `aaaa`, `2345`, `dcba`. */
function runLength(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  if (!(Math.abs(step) <= 1)) return 1;
  let end = at + 1;
  while (text.charCodeAt(end + 1) - text.charCodeAt(end) === step) end++;
  return end - at + 1;
}
