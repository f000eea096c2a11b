import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from './ids.ts';

test('an id carries its kind and 22 letters or digits', () => {
  assert.match(newId('case'), /^case_[0-9A-Za-z]{22}$/);
  assert.match(newId('person'), /^per_[0-9A-Za-z]{22}$/);
});

test('ids do not repeat', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => newId('message')));
  assert.equal(ids.size, 10_000);
});

test('every letter is as likely as another', () => {
  const rounds = 20_000;
  const counts = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const letter of newId('case').slice('case_'.length))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  assert.equal(counts.size, 62);
  const expected = (rounds * 22) / 62;
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 61 degrees of freedom: above 130 about once in a million runs; `byte % 62` over all bytes gives thousands.
  assert.ok(chiSquare < 130, `chi² is ${chiSquare}`);
});
