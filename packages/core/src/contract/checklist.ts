import * as z from 'zod';
import { get, post } from './endpoint.ts';
import { open } from './values.ts';

/** Those that only the person can say are done. */
export const ticked = ['tasks', 'invoices', 'bookmark'] as const;

/** The first steps in a new portal, in order. */
export const Checklist = z.object({
  items: z.array(z.object({ key: open('password', 'status', ...ticked), done: z.boolean() })),
  /** The person does not want to see it any more, or all of it is done. */
  finished: z.boolean(),
});
export type Checklist = z.infer<typeof Checklist>;

export const checklist = {
  get: get('/checklist', { summary: 'The first steps', audience: 'client', result: Checklist }),
  /** Ticks a step that only the person can know of, or puts the whole list away. */
  tick: post('/checklist', {
    summary: 'Tick a first step, or put the list away',
    audience: 'client',
    input: z.strictObject({ what: z.enum([...ticked, 'all']) }),
    result: Checklist,
    activity: true,
  }),
};
