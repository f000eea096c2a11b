import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tokenDocs } from './token-docs.ts';
import { colorTokens, plainTokens, resolvedTokens } from './tokens.ts';

const tokens = new Set<string>([...colorTokens, ...Object.keys(plainTokens)]);
const sources = globSync('**/*.ts', { cwd: new URL('..', import.meta.url) })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(new URL(`../${file}`, import.meta.url), 'utf8') }));

const declared = (text: string) =>
  [...text.matchAll(/['"\s{;](--_[\w-]+)['"]?\s*:/g)].map(([, name]) => name!);
const own = new Set(sources.flatMap(({ text }) => declared(text)));

/** Custom properties that a text reads and nobody has declared. */
function unknown(text: string): string[] {
  return [...text.matchAll(/var\((--[\w-]+)/g)]
    .map(([, name]) => name!)
    .filter((name) => !own.has(name) && !tokens.has(name.replace(/^--_/, '')));
}

test('every token is documented, in its order', () => {
  assert.deepEqual(Object.keys(tokenDocs), [...tokens]);
  for (const words of Object.values(tokenDocs)) assert.match(words, /^[A-Z].*\.$/);
});

test('every token is a --portal- property that reaches the styles', () => {
  for (const token of tokens) assert.ok(resolvedTokens.includes(`--_${token}:var(--portal-${token},`), token);
});

test('every token is read by some style', () => {
  const read = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/var\(--_([\w-]+)/g)].map(([, name]) => name!)),
  );
  assert.deepEqual(
    [...tokens].filter((token) => !read.has(token) && !/^(on-)?(success|warning|info)(-solid)?$/.test(token)),
    [],
  );
});

test('no style reads a property that is not a token, and none goes past the private twin', () => {
  for (const { file, text } of sources) {
    if (file.endsWith('tokens.ts')) continue;
    assert.deepEqual(unknown(text), [], file);
    assert.doesNotMatch(text, /var\(--portal-/, file);
  }
  assert.deepEqual(unknown('a{color:var(--_colour)}'), ['--_colour'], 'the check sees one that is misspelt');
});

test('no style has a colour of its own', () => {
  for (const { file, text } of sources) {
    if (!text.includes('css`') || file.startsWith('theme/tokens')) continue;
    assert.doesNotMatch(text, /:\s*(#[\da-f]{3,8}\b|(rgb|hsl|oklch)a?\()/i, file);
  }
});
