/** How a test runner in another process tells what it counted: a small file, which a runner that dies does not leave. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../lib/process.ts';
import { failure, type StepResult } from './step.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const variable = 'CASEFRONT_TEST_REPORT';

/** For the runner's process. Does nothing where nobody asked for a report. */
export function writeReport(counts: Counts): void {
  const file = process.env[variable];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/**
 * Runs a test runner and reads its report. No report, no test at all, or a bad exit without a failed test is a failure.
 */
export async function withReport(start: (env: NodeJS.ProcessEnv) => Promise<Outcome>): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'casefront-test-'));
  try {
    const file = join(folder, 'report.json');
    const { code, output } = await start({ [variable]: file });
    const report = await readFile(file, 'utf8').catch(() => undefined);
    return judge(code, report === undefined ? undefined : (JSON.parse(report) as Counts), output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function judge(code: number, counts: Counts | undefined, output: string): StepResult {
  if (!counts) return failure(`${output}\nThe test runner ended with ${code} and without a report.\n`);
  if (counts.passed + counts.failed === 0) return failure(`${output}\nNo test ran.\n`);
  if (code === 0 || counts.failed > 0) return { ...counts, output };
  return {
    ...counts,
    failed: 1,
    output: `${output}\nEvery test passed, but the runner ended with ${code}.\n`,
  };
}
