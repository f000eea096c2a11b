/**
 * `npm run prove`: shows each promise of the project, one line as it ends: id, how many were tried, how many controls
 * saw what they should, failures, seconds, seed. Ends with 1 when one fails.
 * `npm run prove -- G1 --seed 42` shows one again as it was; `--scale 0.01` and `G2 --only links/,shares/sql.ts:66`
 * are for writing proofs and show nothing.
 */
import { availableParallelism } from 'node:os';
import { goals } from '../prove/goals/index.ts';
import { runInChild, stopProofs } from '../prove/lib/child.ts';
import { details, isShown, line } from '../prove/lib/line.ts';
import { schedule } from '../prove/lib/schedule.ts';
import { readWords, type Wish } from '../prove/lib/words.ts';
import { useScratch } from '../setup/scratch.ts';
import { openResources } from '../test/resources.ts';

const wish = wishOf(process.argv.slice(2), goals);
useScratch();
const resources = openResources();
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted.abort();
    stopProofs();
  });
}

const failed: string[] = [];
const began = performance.now();
// One more than there are cores: some wait for the disk, for Postgres, for a browser.
await schedule(wish.goals, availableParallelism() + 1, prove, interrupted.signal).finally(() =>
  resources.release(),
);
if (interrupted.signal.aborted) process.exit(130);
const of = `${wish.goals.length - failed.length} of ${wish.goals.length} promises shown`;
console.log(
  `\n${of} in ${secondsSince(began).toFixed(0)} s${failed.map((name) => `, not ${name}`).join('')}`,
);
process.exit(failed.length > 0 ? 1 : 0);

async function prove(goal: Wish['goals'][number]): Promise<void> {
  const { seed, scale, only } = wish;
  const part = { seed, scale, ...(only !== undefined && { only }) };
  const env = await resources.env(goal.needs ?? []);
  const began = performance.now();
  const finding = await runInChild(goal, part, env);
  if (interrupted.signal.aborted) return;
  console.log(line({ name: goal.name, finding, seconds: secondsSince(began), ...part }));
  for (const text of details(finding)) console.log(text.replace(/^/gm, '    '));
  if (!isShown(finding)) failed.push(goal.name);
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

function wishOf(words: readonly string[], all: Wish['goals']): Wish {
  try {
    return readWords(words, all);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
