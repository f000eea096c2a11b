/** One promise of the project, and how it is shown. */
import type { Resource } from '../../test/step.ts';
import type { Random } from './random.ts';

export interface Goal {
  /** `G1`; where one promise is shown in two places, `G5-postgres`. */
  readonly name: string;
  /** The promise, in one line. */
  readonly promise: string;
  /** Measures time or memory, so nothing runs beside it. */
  readonly alone?: boolean;
  /** What must be there; its variables are in the environment. */
  readonly needs?: readonly Resource[];
  /** Flags that its Node takes: `--expose-gc`. */
  readonly flags?: readonly string[];
  /** The file in scripts/prove/goals; loaded in the process that runs it. */
  readonly load: () => Promise<{ readonly prove: Prove }>;
}

/** Rejects only when it could not be tried at all; what it finds goes into the tally. */
export type Prove = (trial: Trial) => Promise<void>;

/** One try of a promise. */
export interface Trial {
  readonly seed: number;
  readonly random: Random;
  /** How many of something that the promise wants `full` of: fewer while a proof is being written (`--scale 0.01`). */
  size(full: number): number;
  /** Only these of what there are many of, when that was asked for (`--only links/`). */
  readonly only?: string;
  readonly tally: Tally;
  /** An empty folder that is removed afterwards. */
  readonly folder: string;
}

/** What a try has shown so far. */
export interface Tally {
  readonly n: number;
  readonly positives: number;
  readonly failures: number;
  /** So many things were tried. */
  tried(count?: number): void;
  /**
   * So many were seen to succeed where they should, or to be caught by a harness that was made to fail: without them a
   * zero is worth nothing.
   */
  positive(count?: number): void;
  /** The promise was broken. */
  fail(message: string): void;
  /** Something that the reader of the line should know: printed below it. */
  note(message: string): void;
  /** Shown in the line beside the counts: `fsyncs=812`. */
  fact(name: string, value: number | string): void;
}

/** A finished try, as it comes from the process that made it. */
export interface Finding {
  readonly n: number;
  readonly positives: number;
  readonly failures: number;
  readonly facts: Readonly<Record<string, number | string>>;
  /** The first of the failures, in words. */
  readonly messages: readonly string[];
  readonly notes: readonly string[];
}

/** More than anybody reads; each of fewer may be a thing of its own. */
const mostMessages = 40;

export function createTally(): Tally & { finding(): Finding } {
  const counts = { n: 0, positives: 0, failures: 0 };
  const messages: string[] = [];
  const notes: string[] = [];
  const facts: Record<string, number | string> = {};
  return {
    get n() {
      return counts.n;
    },
    get positives() {
      return counts.positives;
    },
    get failures() {
      return counts.failures;
    },
    tried: (count = 1) => void (counts.n += count),
    positive: (count = 1) => void (counts.positives += count),
    fail(message) {
      counts.failures++;
      if (messages.length < mostMessages) messages.push(message);
    },
    note: (message) => void notes.push(message),
    fact: (name, value) => void (facts[name] = value),
    finding: () => ({ ...counts, facts, messages, notes }),
  };
}
