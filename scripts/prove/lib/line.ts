/** The one line that a promise ends with; what is published with a release. */
import type { Finding } from './goal.ts';

export interface Ended {
  readonly name: string;
  readonly finding: Finding;
  readonly seconds: number;
  readonly seed: number;
  readonly scale: number;
  readonly only?: string;
}

/** Nothing tried, or nothing that the proof could have seen: then no failure is no proof. */
export const isShown = ({ n, positives, failures }: Finding): boolean =>
  failures === 0 && n > 0 && positives > 0;

/** `G1 pass n=200000 positives=61002 failures=0 seconds=48.1 seed=42`; a smaller try says so: ` scale=0.01`. */
export function line({ name, finding, seconds, seed, scale, only }: Ended): string {
  const facts = Object.entries(finding.facts).map(([key, value]) => `${key}=${value}`);
  return [
    name,
    isShown(finding) ? 'pass' : 'fail',
    `n=${finding.n}`,
    `positives=${finding.positives}`,
    `failures=${finding.failures}`,
    ...facts,
    `seconds=${seconds.toFixed(1)}`,
    `seed=${seed}`,
    ...(scale === 1 ? [] : [`scale=${scale}`]),
    ...(only === undefined ? [] : [`only=${only}`]),
  ].join(' ');
}

/** What is printed below the line. */
export function details(finding: Finding): string[] {
  const { failures, messages, notes, n, positives } = finding;
  return [
    ...messages,
    ...(failures > messages.length ? [`… and ${failures - messages.length} more`] : []),
    ...(n === 0 ? ['Nothing was tried.'] : []),
    ...(positives === 0 ? ['The control saw nothing, so the proof cannot see.'] : []),
    ...notes,
  ];
}
