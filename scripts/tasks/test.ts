/**
 * `npm test`: proves everything, and ends with one line that adds up all runners.
 * `npm test -- server cases` runs the step `server`, and of its files those with “cases” in their name.
 */
import { availableParallelism } from 'node:os';
import { choose, steps } from '../test/steps.ts';
import { stopRunning } from '../lib/process.ts';
import { useScratch } from '../setup/scratch.ts';
import { openResources } from '../test/resources.ts';
import { runSteps, type StepEnd } from '../test/run-steps.ts';

const { chosen, files } = choose(steps, process.argv.slice(2));
useScratch();
const resources = openResources();
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted.abort();
    void stopRunning();
  });
}

const began = Date.now();
const ends = await runSteps(chosen, {
  lanes: Math.min(4, availableParallelism()),
  context: async ({ needs = [] }) => ({ env: await resources.env(needs), files }),
  onEnd: (end) => interrupted.signal.aborted || tell(end),
  signal: interrupted.signal,
}).finally(() => resources.release());
if (interrupted.signal.aborted) process.exit(130);

const sum = (count: (end: StepEnd) => number) => ends.reduce((total, end) => total + count(end), 0);
const failed = sum((end) => end.failed);
console.log(`\n${chosen.length} steps in ${seconds(Date.now() - began)}`);
console.log(`${sum((end) => end.passed)} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function tell({ step, passed, failed: wrong, skipped = 0, output, milliseconds }: StepEnd): void {
  const counts = [`${passed} passed`, wrong > 0 && `${wrong} failed`, skipped > 0 && `${skipped} skipped`];
  const line = `${step.name.padEnd(10)} ${counts.filter(Boolean).join(', ')} (${seconds(milliseconds)})`;
  console.log(`${wrong > 0 ? '✗' : '✓'} ${line}`);
  if (wrong > 0) console.log(output.trimEnd().replace(/^/gm, '    '));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
