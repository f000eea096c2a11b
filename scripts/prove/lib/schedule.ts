/** Runs proofs some at a time, those that measure alone at the end. */
import type { Goal } from './goal.ts';

/** Calls `run` for each; resolves when all have ended. */
export async function schedule(
  goals: readonly Goal[],
  lanes: number,
  run: (goal: Goal) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = goals.filter(({ alone }) => !alone);
  const next = () => (signal?.aborted ? undefined : waiting.shift());
  const lane = async () => {
    for (let goal = next(); goal; goal = next()) await run(goal);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const goal of goals) if (goal.alone && !signal?.aborted) await run(goal);
}
