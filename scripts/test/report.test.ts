import assert from 'node:assert/strict';
import { test } from 'node:test';
import { node } from '../lib/process.ts';
import { judge, withReport } from './report.ts';

test('the counts of a runner that ends well are taken as they are', () => {
  const { passed, failed } = judge(0, { passed: 3, failed: 0, skipped: 1 }, '');
  assert.deepEqual([passed, failed], [3, 0]);
});

test('a runner without a report, without a test, or with a bad end has failed', () => {
  assert.equal(judge(0, undefined, '').failed, 1);
  assert.equal(judge(0, { passed: 0, failed: 0, skipped: 4 }, '').failed, 1);
  assert.equal(judge(1, { passed: 3, failed: 0, skipped: 0 }, '').failed, 1);
  assert.equal(judge(1, { passed: 3, failed: 2, skipped: 0 }, '').failed, 2);
});

test('a runner that dies is told apart from one that reports', async () => {
  const write = `require('fs').writeFileSync(process.env.CASEFRONT_TEST_REPORT, '{"passed":2,"failed":0,"skipped":0}')`;
  assert.equal((await withReport((env) => node(['-e', write], { env }))).passed, 2);
  assert.equal((await withReport((env) => node(['-e', 'process.exit(7)'], { env }))).failed, 1);
});
