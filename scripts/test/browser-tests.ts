/** The parts of web-test-runner.config.mjs: what it counts, and the file that msw needs at the root of the site. */
import type { Reporter, TestRunnerConfig, TestSession, TestSuiteResult } from '@web/test-runner';
import { node } from '../lib/process.ts';
import { withReport, writeReport, type Counts } from './report.ts';
import type { StepContext, StepResult } from './step.ts';

/** The step that runs them. */
export const browserTests = ({ env, files }: StepContext): Promise<StepResult> =>
  withReport((report) =>
    node(['node_modules/@web/test-runner/dist/bin.js', '--static-logging'], {
      env: { ...env, ...report, TEST_FILES: files.join(',') },
      timeout: 20 * 60_000,
    }),
  );

/** Prints nothing and reports the counts. */
export const countingReporter = (): Reporter => ({
  onTestRunFinished: ({ sessions }) => writeReport(countSessions(sessions)),
});

/** Adds up the tests of all files. A file that could not be loaded, or that has no test, is a failure of its own. */
export function countSessions(sessions: readonly Pick<TestSession, 'testResults' | 'errors'>[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { testResults, errors } of sessions) {
    const tests = testResults ? allTests(testResults) : [];
    for (const { passed, skipped } of tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
    if (errors.length > 0 || tests.length === 0) counts.failed++;
  }
  return counts;
}

const allTests = ({ tests, suites }: TestSuiteResult): TestSuiteResult['tests'] => [
  ...tests,
  ...suites.flatMap(allTests),
];

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Serves msw's service worker from its package, at the place where `setupWorker().start()` looks for it. */
export const mockServiceWorker =
  (script: Buffer): Middleware =>
  async (context, next) => {
    if (context.path === '/mockServiceWorker.js') {
      context.type = 'text/javascript';
      context.body = script;
    } else await next();
  };
