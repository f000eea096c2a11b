import * as z from 'zod';
import { Event } from '../events.ts';
import { get, patch, post } from '../endpoint.ts';
import { CaseId, ExternalId } from '../ids.ts';
import { CursorQuery, page } from '../page.ts';
import { Instant, line, PlainDate, text, TimeZone, WebUrl } from '../values.ts';

export const FirmEvent = Event.extend({ externalId: z.string().nullable() });
export type FirmEvent = z.infer<typeof FirmEvent>;

const fields = {
  kind: z.enum(['hearing', 'appointment', 'deposition', 'mediation', 'deadline', 'other']),
  title: line(200),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  startsOn: PlainDate.nullable(),
  timeZone: TimeZone,
  location: line(300).nullable(),
  url: WebUrl.nullable(),
  bring: text(1000).nullable(),
};

export const events = {
  list: get('/firm/events', {
    summary: 'Dates in the cases that the caller works on, latest change first',
    audience: 'firm',
    scope: 'events',
    input: CursorQuery.extend({ caseId: CaseId.optional() }),
    result: page(FirmEvent),
  }),
  /** Enters a date, shared with nobody yet. Timed (`startsAt`) or all day (`startsOn`), never both. */
  create: post('/firm/events', {
    summary: 'Enter a date, or update the one with this external id',
    audience: 'firm',
    scope: 'events',
    input: z.strictObject({
      ...z.strictObject(fields).partial().required({ kind: true, title: true }).shape,
      caseId: CaseId,
      externalId: ExternalId.optional(),
    }),
    result: FirmEvent,
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
  /** Changes what is given; whoever the date is shared with is told. */
  update: patch('/firm/events/:id', {
    summary: 'Change a date',
    audience: 'firm',
    scope: 'events',
    input: z.strictObject(fields).partial(),
    result: FirmEvent,
    errors: ['not-found'],
    activity: true,
  }),
};
