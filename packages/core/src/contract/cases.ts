import * as z from 'zod';
import { CursorQuery, page } from './page.ts';
import { get } from './endpoint.ts';
import { CaseId, StepId } from './ids.ts';
import { TeamMember } from './people.ts';
import { Instant, open, PlainDate, Revision } from './values.ts';

/** Where a case stands, in the firm's plain words. */
export const CaseStatus = z.object({
  /** A few words: `Waiting for a decision`. */
  label: z.string(),
  /** One or two sentences: what this means for the client. */
  meaning: z.string().nullable(),
});
export type CaseStatus = z.infer<typeof CaseStatus>;

/** A step that the firm lets its client see. Hidden steps are nowhere, not even in a count. */
export const Step = z.object({
  id: StepId,
  title: z.string(),
  /** One sentence: what happens in this step. */
  meaning: z.string().nullable(),
  state: open('done', 'current', 'upcoming'),
  /** How long it usually takes, in words: `4 to 6 months`. */
  expected: z.string().nullable(),
  completedOn: PlainDate.nullable(),
  /** Whose turn it is. */
  waitingOn: open('client', 'firm', 'other').nullable(),
  dueOn: PlainDate.nullable(),
});
export type Step = z.infer<typeof Step>;

export const CaseSummary = z.object({
  id: CaseId,
  title: z.string(),
  /** Field of law, in the firm's words: `Family`. */
  area: z.string(),
  state: open('active', 'closed'),
  status: CaseStatus,
  /** The title of the step that the case is in, when the firm shows one. */
  currentStep: z.string().nullable(),
  /** When something last changed that the viewer may see. */
  updatedAt: Instant,
  /** True while the last change has not been looked at. */
  unseen: z.boolean(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** Something that the client has to do; it ends when its object does, and is stored nowhere else. */
export const Action = z.object({
  /** `step`: do what the step says. `message`: read what the firm wrote. */
  kind: open('step', 'message'),
  /** The step or the thread. */
  subjectId: z.string(),
  caseId: CaseId,
  title: z.string(),
  dueOn: PlainDate.nullable(),
});
export type Action = z.infer<typeof Action>;

export const Case = CaseSummary.extend({
  steps: z.array(Step),
  /** Who works on it. */
  team: z.array(TeamMember),
  /** What the client has to do in this case, most pressing first. */
  actions: z.array(Action),
  revision: Revision,
});
export type Case = z.infer<typeof Case>;

/** `:id` names a case. */
export const cases = {
  /** The viewer's cases, newest activity first. */
  list: get('/cases', {
    viewable: true,
    summary: 'Cases shared with the viewer',
    audience: 'client',
    input: CursorQuery,
    result: page(CaseSummary),
  }),
  /** One case: status in plain words, visible steps, the people who work on it, what the client must do. */
  get: get('/cases/:id', {
    viewable: true,
    summary: 'One case',
    audience: 'client',
    result: Case,
    errors: ['not-found'],
  }),
  /**
   * Exactly the members of the firm who work on the case: those whom a message may be sent to. Nobody where clients
   * cannot write.
   */
  recipients: get('/cases/:id/recipients', {
    viewable: true,
    summary: 'Whom a message about the case may go to',
    audience: 'client',
    result: z.object({ items: z.array(TeamMember) }),
    errors: ['not-found'],
  }),
};
