import type { FieldError } from '../ui/index.ts';

/** What is wrong with a form; a new array after every submit. */
export type Problems = readonly FieldError[];

/** The words at a field. */
export const fieldOf = (problems: Problems, id: string): string | undefined =>
  problems.find(({ field }) => field === id)?.message;

/** What was typed, read from the form itself: a password manager may fill it without a single event. */
export function submitted<K extends string>(event: SubmitEvent, names: readonly K[]): Record<K, string> {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  const read = (name: K) => data.get(name) as string | null; // no field of ours holds a file
  return Object.fromEntries(names.map((name) => [name, read(name) ?? ''])) as Record<K, string>;
}
