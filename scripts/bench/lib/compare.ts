/**
 * How we measure. A machine's speed drifts by the minute, so absolute numbers are worth nothing and only ratios of one
 * run count: short slices of each contestant, interleaved, in a new random order every round. And a ratio is believed
 * only as far as its control: the base against a second copy of itself, in the same slices. What this A/A control is off
 * from 1 is the method's own error; every result is divided by it.
 */
import { median, quantile, shuffled } from './statistics.ts';

/** What one slice of one contestant showed. */
export interface Sample {
  /** Operations per second. */
  readonly rate: number;
  /** Milliseconds within which 99 of 100 operations were done. */
  readonly p99?: number;
}

/** Works for about that many milliseconds and says how it went. */
export type Contestant = (milliseconds: number) => Promise<Sample>;

export interface Contest {
  readonly ours: Contestant;
  readonly base: Contestant;
  /** A second copy of the base, set up on its own. */
  readonly control: Contestant;
}

export interface Rounds {
  readonly rounds: number;
  /** Milliseconds of each slice. */
  readonly slice: number;
}

export interface Comparison {
  /** Our rate over the base's: its median, divided by the control's. */
  readonly ratio: number;
  /** The A/A control: the rate of the base's second copy over the base's. */
  readonly control: number;
  /** The middle half of the control's ratios: what lies within differs from 1 by nothing that we can see. */
  readonly noise: readonly [number, number];
  /** Our p99 over the base's, divided by the control's. NaN where the contestants do not tell. */
  readonly p99: number;
}

type Name = keyof Contest;

export async function compare(contest: Contest, { rounds, slice }: Rounds): Promise<Comparison> {
  const names: Name[] = ['ours', 'base', 'control'];
  for (const name of names) await contest[name](slice * 2); // warms up: the first slices of a JIT are slow
  const all: Record<Name, Sample>[] = [];
  for (let round = 0; round < rounds; round++) {
    const samples: Partial<Record<Name, Sample>> = {};
    for (const name of shuffled(names)) samples[name] = await contest[name](slice);
    all.push(samples as Record<Name, Sample>);
  }
  return summarize(all);
}

export function summarize(rounds: readonly Record<Name, Sample>[]): Comparison {
  const ratios = (name: Name, of: keyof Sample) =>
    rounds.map((samples) => (samples[name][of] ?? Number.NaN) / (samples.base[of] ?? Number.NaN));
  const controls = ratios('control', 'rate');
  const control = median(controls);
  return {
    control,
    ratio: median(ratios('ours', 'rate')) / control,
    noise: [quantile(controls, 0.25), quantile(controls, 0.75)],
    p99: median(ratios('ours', 'p99')) / median(ratios('control', 'p99')),
  };
}
