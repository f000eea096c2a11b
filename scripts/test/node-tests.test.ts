import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeTests, testFiles } from './node-tests.ts';

// Without this, the inner runner would take itself for a part of the outer one.
const context = { env: { NODE_TEST_CONTEXT: undefined }, files: [] };

test('tests are counted, suites are not', async () => {
  const { passed, failed, skipped, output } = await nodeTests('scripts/test/samples/mixed.sample.ts')(
    context,
  );
  assert.deepEqual({ passed, failed, skipped }, { passed: 2, failed: 1, skipped: 1 });
  assert.match(output, /on purpose/);
});

test('a file without a test fails', async () => {
  const { failed, output } = await nodeTests('scripts/test/samples/empty.sample.ts')(context);
  assert.equal(failed, 1);
  assert.match(output, /No test in .*empty\.sample\.ts/);
});

test('a pattern that matches nothing fails', async () => {
  assert.equal((await nodeTests('scripts/nowhere/*.test.ts')(context)).failed, 1);
});

test('parts of names choose among the files', () => {
  const all = testFiles(['scripts/test/*.test.ts'], []);
  assert.ok(all.length > 1);
  assert.deepEqual(testFiles(['scripts/test/*.test.ts'], ['node-tests']), [
    'scripts/test/node-tests.test.ts',
  ]);
});
