import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled, isUpToDate } from './install.mjs';

const lit = { version: '3.3.3', integrity: 'sha512-a' };

test('what is installed as locked is up to date', () => {
  assert.ok(
    isUpToDate({ '': {}, 'packages/core': {}, 'node_modules/lit': lit }, { 'node_modules/lit': lit }),
  );
});

test('a missing package, another version or another content asks for an install', () => {
  const locked = { 'node_modules/lit': lit };
  assert.ok(!isUpToDate(locked, {}));
  assert.ok(!isUpToDate(locked, { 'node_modules/lit': { ...lit, version: '3.3.2' } }));
  assert.ok(!isUpToDate(locked, { 'node_modules/lit': { ...lit, integrity: 'sha512-b' } }));
});

test('a new workspace asks for an install', () => {
  assert.ok(!isUpToDate({ 'node_modules/@casefront/core': { link: true } }, {}));
});

test("another platform's binary may be missing", () => {
  assert.ok(isUpToDate({ 'node_modules/@esbuild/win32-x64': { ...lit, optional: true } }, {}));
});

test('the tree that runs this test is installed', () => {
  assert.ok(isInstalled());
});
