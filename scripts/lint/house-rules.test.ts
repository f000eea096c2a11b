import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../lib/process.ts';
import { at } from '../lib/workspace.ts';
import plugin from './house-rules.ts';

let folder: string;
before(async () => (folder = await mkdtemp(at('scripts/lint/.sample-'))));
after(() => rm(folder, { recursive: true }));

/** The names of the rules of this house that a piece of code breaks. */
async function broken(code: string): Promise<string[]> {
  const config = join(folder, 'oxlintrc.json');
  const file = join(folder, 'sample.ts');
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`house/${rule}`, 'error']));
  const jsPlugins = [{ name: 'house', specifier: at('scripts/lint/house-rules.ts') }];
  await writeFile(config, JSON.stringify({ jsPlugins, rules, categories: { correctness: 'off' } }));
  await writeFile(file, `${code}\n`);
  const { output } = await run('oxlint', ['-c', config, '--format=json', '--no-ignore', file]);
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string }[] };
  return diagnostics.map((problem) => problem.code);
}

test('a template without a style attribute is fine', async () => {
  assert.deepEqual(await broken('html`<p class="style" part="x">${style} = 1</p>`'), []);
});

test('an inline style is refused, however it is written', async () => {
  assert.deepEqual(await broken('html`<p style="color: red">`'), ['house(no-inline-style)']);
  assert.deepEqual(await broken('html`<p class=${a} style=${b}>`'), ['house(no-inline-style)']);
  assert.deepEqual(await broken(`node.setAttribute('style', '')`), ['house(no-inline-style)']);
});

test('text that becomes markup is refused', async () => {
  assert.deepEqual(await broken('node.innerHTML = text'), ['house(no-raw-markup)']);
  assert.deepEqual(await broken('html`<p .innerHTML=${text}>`'), ['house(no-raw-markup)']);
  assert.deepEqual(await broken(`node.insertAdjacentHTML('beforeend', text)`), ['house(no-raw-markup)']);
  assert.deepEqual(await broken('document.write(text)'), ['house(no-raw-markup)']);
  assert.deepEqual(await broken('stream.write(text)'), []);
});

test('rem is refused in styles, and em is not', async () => {
  assert.deepEqual(await broken('css`p { margin: 1.5rem }`'), ['house(no-rem)']);
  assert.deepEqual(await broken('css`p { margin: 1.5em } .rem { order: 1 }`'), []);
});

test('left and right are refused in styles, and start and end are not', async () => {
  assert.deepEqual(await broken('css`p { margin-left: 1em }`'), ['house(logical-properties)']);
  assert.deepEqual(await broken('css`p { text-align: right; }`'), ['house(logical-properties)']);
  assert.deepEqual(await broken('css`p { inset-inline-start: 0; --left: 1; justify-content: left }`'), []);
});

test('axe that nobody waits for is refused', async () => {
  assert.deepEqual(await broken('expect(page).to.be.accessible()'), ['house(awaited-axe)']);
  assert.deepEqual(await broken('await expect(page).to.be.accessible()'), []);
});
