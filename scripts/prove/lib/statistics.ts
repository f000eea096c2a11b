/** Two samples of times, compared. */

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Welch's t of two samples: how many standard errors lie between their means. */
export function welch(a: readonly number[], b: readonly number[]): number {
  const spread = (values: readonly number[]) => {
    const middle = mean(values);
    return (
      values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length
    );
  };
  return (mean(a) - mean(b)) / Math.sqrt(spread(a) + spread(b));
}

/** Without the slowest tenth, which tells of the machine and not of the program; the same of both. */
export const trimmed = (values: readonly number[]): number[] => {
  const limit = quantile(values, 0.9);
  return values.filter((value) => value <= limit);
};
