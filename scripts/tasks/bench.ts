/**
 * `npm run bench`: every benchmark of scripts/bench, or those that the words name. `-- --quick` only shows that they work:
 * its numbers mean nothing.
 */
import { globSync } from 'node:fs';
import { lines, runBenchmark, type Benchmark } from '../bench/lib/benchmark.ts';
import { at } from '../lib/workspace.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const rounds = process.argv.includes('--quick') ? { rounds: 3, slice: 100 } : { rounds: 28, slice: 500 };

const benchmarks: Benchmark[] = [];
for (const file of globSync('scripts/bench/*.ts', { cwd: at() }).toSorted()) {
  if (file.endsWith('.test.ts')) continue;
  const { default: benchmark } = (await import(`file://${at(file)}`)) as { default: Benchmark };
  if (words.length === 0 || words.some((word) => benchmark.name.includes(word))) benchmarks.push(benchmark);
}
if (benchmarks.length === 0) {
  console.error('No benchmark has such a name.');
  process.exitCode = 1;
}
for (const benchmark of benchmarks) {
  const result = await runBenchmark(benchmark, rounds);
  console.log(lines(benchmark, result).join('\n'));
  if (result.ratio < benchmark.atLeast) process.exitCode = 1;
}
