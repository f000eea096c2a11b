import type { Checklist } from '@casefront/core/contract/checklist';
import type { Key } from '../locales/index.ts';
import type { Place } from '../state/index.ts';

/** What the person has to say is done. The server sees the rest for itself. */
export type Tickable = 'tasks' | 'invoices' | 'bookmark';

/** One of the first steps. */
export interface Step {
  readonly key: 'password' | 'status' | Tickable;
  readonly done: boolean;
  /** Where it is done. */
  readonly place?: Place;
  /** What to tick: by following the link where there is one, else by a button with these words. */
  readonly ticks?: Tickable;
  readonly says?: Key;
}

const known: readonly Omit<Step, 'done'>[] = [
  { key: 'password' },
  { key: 'status', place: 'cases' },
  { key: 'tasks', place: 'dashboard', ticks: 'tasks' },
  { key: 'invoices', ticks: 'invoices', says: 'checklist.invoices-done' },
  { key: 'bookmark', ticks: 'bookmark', says: 'checklist.bookmark-done' },
];

/** The steps that the server names, in its order. One that this version does not know is left out, and not counted. */
export const stepsOf = ({ items }: Checklist): readonly Step[] =>
  items.flatMap(({ key, done }) => {
    const step = known.find((one) => one.key === key);
    return step ? [{ ...step, done }] : [];
  });
