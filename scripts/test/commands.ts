/** Steps that run one command and count as one. */
import { node, run, type Outcome } from '../lib/process.ts';
import type { StepContext, StepResult } from './step.ts';

const timeout = 5 * 60_000;

const asOne = ({ code, output }: Outcome): StepResult => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  output,
});

/** Passes when the program ends with 0. */
export const command =
  (program: string, ...args: string[]) =>
  async ({ env }: StepContext): Promise<StepResult> =>
    asOne(await run(program, args, { env, timeout }));

/** Passes when the task of `npm run` ends with 0. */
export const task =
  (name: string, ...args: string[]) =>
  async ({ env }: StepContext): Promise<StepResult> =>
    asOne(await node([`scripts/tasks/${name}.ts`, ...args], { env, timeout }));

/** Runs commands one after the other and counts each. */
export const each =
  (steps: readonly ((context: StepContext) => Promise<StepResult>)[]) =>
  async (context: StepContext): Promise<StepResult> => {
    let [passed, failed, output] = [0, 0, ''];
    for (const step of steps) {
      const result = await step(context);
      passed += result.passed;
      failed += result.failed;
      output += result.failed > 0 ? result.output : '';
    }
    return { passed, failed, output };
  };
