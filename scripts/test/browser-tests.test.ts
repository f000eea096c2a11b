import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSessions } from './browser-tests.ts';

const result = (passed: boolean, skipped = false) => ({ name: 'a test', passed, skipped });
const error = { message: 'Could not import your test module' };

test('tests are counted through nested suites', () => {
  const inner = { name: 'inner', suites: [], tests: [result(true), result(false)] };
  const testResults = { name: '', suites: [inner], tests: [result(true), result(false, true)] };
  assert.deepEqual(countSessions([{ testResults, errors: [] }]), { passed: 2, failed: 1, skipped: 1 });
});

test('a file that does not load, or has no test, is a failure', () => {
  assert.equal(countSessions([{ errors: [error] }]).failed, 1);
  assert.equal(countSessions([{ testResults: { name: '', suites: [], tests: [] }, errors: [] }]).failed, 1);
});

test('an error outside of a test is a failure beside the tests that passed', () => {
  const testResults = { name: '', suites: [], tests: [result(true)] };
  assert.deepEqual(countSessions([{ testResults, errors: [error] }]), { passed: 1, failed: 1, skipped: 0 });
});
