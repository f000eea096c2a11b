/** Each row of the list of features that is built has a test that is named after it: `F8: …`, `L10: …`. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at } from '../lib/workspace.ts';

const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

/** Access: who may come in, and what they may see. */
const built = [...range('F', 1, 14), 'F73', 'F74', ...range('L', 9, 11), 'L15'];

const files = ['packages/*/src/**/*.test.ts', 'examples/*/e2e/*.e2e.ts', 'stories/**/*.test.ts'];
const named = /\b(?:it|test|part)\(\s*['"`]((?:[FL]\d+(?:, | and )?)+):/g;

/** The rows that the tests in a source are named after. */
const rowsOf = (source: string): string[] =>
  [...source.matchAll(named)].flatMap(([, rows = '']) => rows.split(/, | and /));

test('reads names of tests, and nothing else', () => {
  const source = `it('F8: is shut', …); // F9: is not\n  test("L9 and L10: …"); it(\n 'F1, F2: …'; describe('F3: …')`;
  assert.deepEqual(rowsOf(source), ['F8', 'L9', 'L10', 'F1', 'F2']);
});

test('every row that is built has a test', () => {
  const found = new Set(
    globSync(files, { cwd: at() }).flatMap((file) => rowsOf(readFileSync(at(file), 'utf8'))),
  );
  assert.deepEqual(
    built.filter((row) => !found.has(row)),
    [],
  );
});
