/** Runs steps side by side, each when what it waits for has passed. */
import { failure, type Step, type StepContext, type StepResult } from './step.ts';

export interface StepEnd extends StepResult {
  readonly step: Step;
  readonly milliseconds: number;
}

export interface RunStepsOptions {
  /** How many steps run at a time. */
  readonly lanes: number;
  /** Makes what a step is given; a rejection fails the step. */
  readonly context: (step: Step) => Promise<StepContext>;
  readonly onEnd: (end: StepEnd) => unknown;
  /** When it is aborted, no further step starts. */
  readonly signal?: AbortSignal;
}

/** Never rejects: whatever goes wrong is a failed step. */
export async function runSteps(steps: readonly Step[], options: RunStepsOptions): Promise<StepEnd[]> {
  const ended = new Map<string, StepEnd>();
  const waiting = [...steps];
  const names = new Set(steps.map(({ name }) => name));
  const running = new Set<Promise<void>>();

  const start = async (step: Step): Promise<void> => {
    const began = Date.now();
    const missing = step.after?.find((name) => (ended.get(name)?.failed ?? 0) > 0);
    const result = missing
      ? failure(`Not run, because “${missing}” failed.\n`)
      : await attempt(step, options);
    const end = { ...result, step, milliseconds: Date.now() - began };
    ended.set(step.name, end);
    options.onEnd(end);
  };

  const isReady = ({ after = [] }: Step) => after.every((name) => ended.has(name) || !names.has(name));
  options.signal?.addEventListener('abort', () => waiting.splice(0));
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < options.lanes ? waiting.findIndex(isReady) : -1;
    if (next >= 0) {
      const lane: Promise<void> = start(waiting.splice(next, 1)[0]!).finally(() => running.delete(lane));
      running.add(lane);
    } else if (running.size > 0) await Promise.race(running);
    else throw new Error(`These steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
  }
  return [...ended.values()];
}

async function attempt(step: Step, { context }: RunStepsOptions): Promise<StepResult> {
  try {
    return await step.run(await context(step));
  } catch (error) {
    return failure(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}
