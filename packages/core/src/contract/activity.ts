import * as z from 'zod';
import { get } from './endpoint.ts';
import { CaseId } from './ids.ts';
import { CursorQuery, page } from './page.ts';
import { Instant, open, SubjectType } from './values.ts';

/** One line of what happened, about something that is shared with the viewer now. */
export const Activity = z.object({
  /** Unique in the viewer's stream. */
  id: z.string(),
  at: Instant,
  kind: open(
    'message.sent',
    'case.shared',
    'case.status.changed',
    'case.step.changed',
    'event.shared',
    'event.changed',
  ),
  /** Who did it: the viewer, the firm, or another client in the case. */
  by: open('you', 'firm', 'client'),
  /** The name of whoever did it, when it was a person. */
  actor: z.string().nullable(),
  subject: z.object({ type: open(...SubjectType.options), id: z.string(), title: z.string() }),
  caseId: CaseId.nullable(),
  caseTitle: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const activity = {
  /** What happened lately, newest first. */
  list: get('/activity', {
    viewable: true,
    summary: 'What happened lately',
    audience: 'client',
    input: CursorQuery,
    result: page(Activity),
  }),
};
