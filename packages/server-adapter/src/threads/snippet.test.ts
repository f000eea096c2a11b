import assert from 'node:assert/strict';
import { it } from 'node:test';
import { snippet } from './snippet.ts';

it('puts the beginning of a message on one line', () => {
  assert.equal(snippet('  Dear Ana,\n\n\tthank   you. '), 'Dear Ana, thank you.');
});

it('is at most 140 characters long, and says when there is more', () => {
  assert.equal(snippet('a'.repeat(140)), 'a'.repeat(140));
  assert.equal(snippet('a'.repeat(141)), `${'a'.repeat(139)}…`);
});

it('cuts no character in two', () => {
  assert.equal(snippet('👋'.repeat(200)), `${'👋'.repeat(139)}…`);
});
