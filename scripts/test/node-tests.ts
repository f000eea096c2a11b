/** Steps that run `node:test` over files. */
import { globSync } from 'node:fs';
import { node } from '../lib/process.ts';
import { root } from '../lib/workspace.ts';
import { withReport } from './report.ts';
import { failure, type StepContext, type StepResult } from './step.ts';

const timeout = 20 * 60_000;

/** Runs every test file that the patterns match, from the sources. */
export const nodeTests =
  (...patterns: string[]) =>
  async ({ env, files }: StepContext): Promise<StepResult> => {
    const chosen = testFiles(patterns, files);
    if (chosen.length === 0) return failure(`No test file matches ${patterns.join(' or ')}.\n`);
    const reporters = [
      ['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ['--test-reporter=./scripts/test/counting-reporter.ts', '--test-reporter-destination=stderr'],
    ].flat();
    return await withReport((report) =>
      node(['--test', ...reporters, ...chosen], { env: { ...env, ...report }, timeout }),
    );
  };

export const testFiles = (patterns: readonly string[], parts: readonly string[]): string[] =>
  globSync([...patterns], { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .toSorted();
