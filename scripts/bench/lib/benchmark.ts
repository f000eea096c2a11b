/** The shape of a file in scripts/bench: its default export. */
import { compare, type Comparison, type Contest, type Rounds } from './compare.ts';

export interface Benchmark {
  /** `http.cases.list`. */
  readonly name: string;
  /** What it is compared with: `node:http+prepared`. */
  readonly base: string;
  /** The ratio below which `npm run bench` ends with 1. */
  readonly atLeast: number;
  /** Starts the contestants and proves that all three give the same answer. Whatever it opens is closed by `close`. */
  readonly open: () => Promise<Contest & { close(): Promise<void> }>;
}

export async function runBenchmark(benchmark: Benchmark, rounds: Rounds): Promise<Comparison> {
  const contest = await benchmark.open();
  try {
    return await compare(contest, rounds);
  } finally {
    await contest.close();
  }
}

/** `http.cases.list vs node:http+prepared: 0.91`, and the control of the same run. */
export function lines({ name, base, atLeast }: Benchmark, result: Comparison): string[] {
  const two = (value: number) => value.toFixed(2);
  const [low, high] = result.noise;
  return [
    `${name} vs ${base}: ${two(result.ratio)} (at least ${two(atLeast)})`,
    `  A/A control ${two(result.control)}, middle half ${two(low)}–${two(high)}`,
    ...(Number.isNaN(result.p99) ? [] : [`  p99 against the base: ${two(result.p99)}`]),
  ];
}
