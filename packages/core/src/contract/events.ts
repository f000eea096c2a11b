import * as z from 'zod';
import { get } from './endpoint.ts';
import { CaseId, EventId } from './ids.ts';
import { CursorQuery, page } from './page.ts';
import { Instant, open, PlainDate, TimeZone, WebUrl } from './values.ts';

/**
 * A date in the client's calendar. Either timed (`startsAt` … `endsAt` in `timeZone`) or all day (`startsOn`);
 * the other fields are then null.
 */
export const Event = z.object({
  id: EventId,
  caseId: CaseId.nullable(),
  caseTitle: z.string().nullable(),
  kind: open('hearing', 'appointment', 'deposition', 'mediation', 'deadline', 'other'),
  title: z.string(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  startsOn: PlainDate.nullable(),
  timeZone: TimeZone,
  location: z.string().nullable(),
  url: WebUrl.nullable(),
  /** What to bring or prepare. */
  bring: z.string().nullable(),
});
export type Event = z.infer<typeof Event>;

export const events = {
  /** The viewer's dates: upcoming ones soonest first, past ones latest first. */
  list: get('/events', {
    viewable: true,
    summary: 'Dates shared with the viewer',
    audience: 'client',
    input: CursorQuery.extend({ when: z.enum(['upcoming', 'past']).default('upcoming') }),
    result: page(Event),
  }),
};
