import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initials } from './avatar.ts';
import { linkify } from './linkify.ts';
import { safeUrl } from './url.ts';

/** Text, with links in square brackets. */
const marked = (text: string) =>
  linkify(text)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.values[0] as string}]`))
    .join('');

test('https addresses become links, and the sentence around them stays', () => {
  assert.equal(
    marked('See https://uscis.gov/i-130, then call.'),
    'See [https://uscis.gov/i-130], then call.',
  );
  assert.equal(marked('(https://a.example/b)'), '([https://a.example/b])');
  assert.equal(marked('https://a.example/x_(y)!'), '[https://a.example/x_(y)]!');
  assert.equal(marked('https://a.example\nhttps://b.example'), '[https://a.example]\n[https://b.example]');
  assert.equal(marked('HTTPS://A.example'), '[HTTPS://A.example]');
});

test('nothing else becomes a link', () => {
  for (const text of [
    '',
    'http://a.example',
    'javascript:alert(1)',
    'https://',
    'https://localhost',
    'ftp://a.b',
    'a.example',
  ]) {
    assert.equal(marked(text), text);
  }
});

test('markup in a message stays text', () => {
  const text = '<img src=x onerror=alert(1)> https://a.example/"><script>';
  assert.equal(marked(text), '<img src=x onerror=alert(1)> [https://a.example/]"><script>');
});

test('what is made to be slow is quick', () => {
  const began = performance.now();
  linkify('https://a.b/'.repeat(20_000));
  for (const letter of [')', '.', '(.', '.x', 'https://']) linkify(`https://a.b${letter.repeat(20_000)}`);
  assert.ok(performance.now() - began < 500);
});

test('only harmless schemes reach an href', () => {
  for (const url of [
    'https://a.example',
    'http://a.example',
    '/cases/1',
    '#cases',
    '?a=b',
    'mailto:a@b.c',
    'tel:+15550100',
  ]) {
    assert.equal(safeUrl(url), url);
  }
  for (const url of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'https://[',
    '',
    null,
  ]) {
    assert.equal(safeUrl(url), undefined, String(url));
  }
});

test('initials are of the first and the last name', () => {
  assert.equal(initials('Jane Smith'), 'JS');
  assert.equal(initials('  María José  Ñúñez '), 'MÑ');
  assert.equal(initials('Cher'), 'C');
  assert.equal(initials('𝒜da 𝓛ovelace'), '𝒜𝓛');
  assert.equal(initials(''), '');
});
