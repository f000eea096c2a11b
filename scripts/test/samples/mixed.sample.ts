import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

// Run by node-tests.test.ts: two pass, one fails, one is skipped. A suite is not a test.
describe('a suite', () => {
  test('passes', () => {});
  test('passes too', () => {});
  test('fails', () => assert.fail('on purpose'));
  test('is skipped', { skip: true }, () => {});
});
