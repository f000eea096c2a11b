import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterLast, before, intoBlock, replace } from './change.ts';
import { elementNames, freePrefix, isName, nounNames } from './names.ts';

test('a noun has every form that the files need', () => {
  assert.deepEqual(nounNames('trust-accounts'), {
    file: 'trust-accounts',
    noun: 'trustAccounts',
    one: 'trustAccount',
    One: 'TrustAccount',
    Noun: 'TrustAccounts',
    table: 'trust_accounts',
    words: 'trust accounts',
    oneWord: 'trust account',
  });
});

test('singulars are found, or given', () => {
  const singular = (plural: string) => nounNames(plural).one;
  assert.deepEqual(['deadlines', 'parties', 'addresses', 'boxes'].map(singular), [
    'deadline',
    'party',
    'address',
    'box',
  ]);
  assert.equal(nounNames('people', 'person').one, 'person');
});

test('an element has its prefix once', () => {
  assert.equal(elementNames('portal-deadline').tag, 'portal-deadline');
  assert.equal(elementNames('deadline').tag, 'portal-deadline');
  assert.equal(elementNames('deadline').className, 'PortalDeadline');
});

test('names are what paths and identifiers can hold', () => {
  assert.ok(isName('trust-accounts'));
  for (const wrong of ['', 'Trust', '../x', 'a--b', 'a_b', '-a']) assert.ok(!isName(wrong), wrong);
});

test('the prefix of an id is one that nothing else has', () => {
  assert.equal(freePrefix('deadlines', ['case']), 'dea');
  assert.equal(freePrefix('events', ['eve']), 'even');
});

test('lines go into blocks, before and after others', () => {
  const text = 'import a\nimport b\n\nexport const all = {\n  a,\n};\nrest\n';
  assert.match(intoBlock('const all', '  b,')(text), / {2}a,\n {2}b,\n\};/);
  assert.match(afterLast(/^import/, 'import c')(text), /import b\nimport c\n\nexport/);
  assert.match(before('rest', 'more')(text), /\nmore\nrest\n/);
});

test('an edit that finds no place says so', () => {
  assert.throws(() => intoBlock('const none', 'x')('text'), /const none/);
  assert.throws(() => afterLast(/^import/, 'x')('text'), /no line/);
  assert.throws(() => replace(/a/, 'b')('text'), /nothing matches/);
});
