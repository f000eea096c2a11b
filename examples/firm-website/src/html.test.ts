import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from './html.ts';

test('what stands in a hole is text, in content and in attributes', () => {
  const name = `<img src=x onerror='alert("&")'>`;
  assert.equal(
    String(html`<p title="${name}">${name}</p>`),
    '<p title="&lt;img src=x onerror=&#39;alert(&quot;&amp;&quot;)&#39;&gt;">&lt;img src=x onerror=&#39;alert(&quot;&amp;&quot;)&#39;&gt;</p>',
  );
});

test('templates nest, alone and in lists, without being escaped twice', () => {
  const items = ['a', '<b>'].map((word) => html`<li>${word}</li>`);
  assert.equal(String(html`<ul>${items}</ul>`), '<ul><li>a</li><li>&lt;b&gt;</li></ul>');
});

test('nothing is written for what is not there, and zero is there', () => {
  assert.equal(String(html`${false}${null}${undefined}${[]}${0}`), '0');
});

test('an object that looks like markup is not taken for it', () => {
  const forged = { toString: () => '<script>' } as unknown as string;
  assert.equal(String(html`${forged}`), '&lt;script&gt;');
});
