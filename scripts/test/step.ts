/** One step of `npm test`. */

export interface Step {
  /** What one types to run it alone: `npm test -- server`. */
  readonly name: string;
  /** What must be there first; its variables are in the environment of the step. */
  readonly needs?: readonly Resource[];
  /** Steps that must have passed first. */
  readonly after?: readonly string[];
  readonly run: (context: StepContext) => Promise<StepResult>;
}

export type Resource = 'browser' | 'postgres';

export interface StepContext {
  readonly env: NodeJS.ProcessEnv;
  /** Parts of file names: where a step runs test files, only those that contain one of them. Empty: all. */
  readonly files: readonly string[];
}

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** Everything it printed; shown when something failed. */
  readonly output: string;
}

/** The result of a step that could not do its work at all. */
export const failure = (output: string): StepResult => ({ passed: 0, failed: 1, output });
