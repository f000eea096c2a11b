import * as z from 'zod';
import { Activity } from './activity.ts';
import { Action, CaseSummary } from './cases.ts';
import { Checklist } from './checklist.ts';
import { get } from './endpoint.ts';
import { Event } from './events.ts';

/** The first screen in one answer. Each list holds at most a handful; the sections have the rest. */
export const Dashboard = z.object({
  /** What the client has to do, most pressing first. */
  actions: z.array(Action),
  /** How many there are in all. */
  actionCount: z.int(),
  /** Active cases, newest activity first. */
  cases: z.array(CaseSummary),
  /** Upcoming dates, soonest first; the first of them is what happens next. */
  events: z.array(Event),
  /** What happened lately, newest first. */
  activity: z.array(Activity),
  /** The first steps in a new portal; null when they are done or put away. */
  checklist: Checklist.nullable(),
});
export type Dashboard = z.infer<typeof Dashboard>;

export const dashboard = {
  /** What to do, what happens next, the cases, the dates and the news, in one request. */
  get: get('/dashboard', {
    viewable: true,
    summary: 'The first screen',
    audience: 'client',
    result: Dashboard,
  }),
};
