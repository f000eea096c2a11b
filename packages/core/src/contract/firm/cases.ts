import * as z from 'zod';
import { CaseStatus, Step } from '../cases.ts';
import { del, get, patch, post, put } from '../endpoint.ts';
import { CaseId, ExternalId, PersonId } from '../ids.ts';
import { CursorQuery, page } from '../page.ts';
import { Instant, line, open, PlainDate, text } from '../values.ts';

export const FirmStep = Step.extend({
  /** Whether the clients on the case see it. */
  visible: z.boolean(),
});
export type FirmStep = z.infer<typeof FirmStep>;

export const Participant = z.object({
  personId: PersonId,
  name: z.string(),
  role: open('client', 'co-client', 'guardian', 'payer', 'contact'),
  joinedAt: Instant,
});
export type Participant = z.infer<typeof Participant>;

export const TeamPart = z.object({
  personId: PersonId,
  name: z.string(),
  /** What they do on this case: `Lead attorney`. */
  part: z.string().nullable(),
});
export type TeamPart = z.infer<typeof TeamPart>;

export const FirmCaseSummary = z.object({
  id: CaseId,
  title: z.string(),
  area: z.string(),
  state: open('active', 'closed'),
  status: CaseStatus,
  externalId: z.string().nullable(),
  updatedAt: Instant,
});
export type FirmCaseSummary = z.infer<typeof FirmCaseSummary>;

export const FirmCase = FirmCaseSummary.extend({
  steps: z.array(FirmStep),
  participants: z.array(Participant),
  team: z.array(TeamPart),
});
export type FirmCase = z.infer<typeof FirmCase>;

const caseFields = {
  title: line(200),
  area: line(100),
  state: z.enum(['active', 'closed']),
  statusLabel: line(100),
  statusMeaning: text(1000).nullable(),
};

const stepFields = {
  title: line(200),
  meaning: text(1000).nullable(),
  state: z.enum(['done', 'current', 'upcoming']),
  visible: z.boolean(),
  expected: line(200).nullable(),
  completedOn: PlainDate.nullable(),
  waitingOn: z.enum(['client', 'firm', 'other']).nullable(),
  dueOn: PlainDate.nullable(),
  /** Place among the steps, from 0. */
  position: z.int().min(0).max(500),
};

export const cases = {
  /** Cases that the caller works on; all of the firm's for admins and API keys. */
  list: get('/firm/cases', {
    summary: 'Cases of the firm',
    audience: 'firm',
    scope: 'cases',
    input: CursorQuery,
    result: page(FirmCaseSummary),
  }),
  get: get('/firm/cases/:id', {
    summary: 'One case with all its steps',
    audience: 'firm',
    scope: 'cases',
    result: FirmCase,
    errors: ['not-found'],
  }),
  /** Opens a case; staff who open one join its team. With an `externalId` that exists, updates that case instead. */
  create: post('/firm/cases', {
    summary: 'Open a case, or update the one with this external id',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject({
      title: caseFields.title,
      area: caseFields.area,
      statusLabel: caseFields.statusLabel,
      statusMeaning: caseFields.statusMeaning.optional(),
      externalId: ExternalId.optional(),
    }),
    result: FirmCase,
    errors: ['conflict'],
    activity: true,
  }),
  /** Changes what is given. A new status is told to everyone whom the case is shared with. */
  update: patch('/firm/cases/:id', {
    summary: 'Change a case',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject(caseFields).partial(),
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
  /** Says who of the firm works on the case; they are the ones a client may write to. */
  setTeam: put('/firm/cases/:id/team', {
    summary: 'Set who works on the case',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject({
      members: z
        .array(z.strictObject({ personId: PersonId, part: line(100).nullable().default(null) }))
        .max(50),
    }),
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
  /** Adds a client or contact, and shares the case with them. What was shared with others before stays theirs. */
  addParticipant: post('/firm/cases/:id/participants', {
    summary: 'Add a participant',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject({
      personId: PersonId,
      role: z.enum(['client', 'co-client', 'guardian', 'payer', 'contact']).default('client'),
    }),
    result: FirmCase,
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
  /** Ends the participation, and with it everything of this case that was shared with the person. */
  removeParticipant: del('/firm/cases/:id/participants/:personId', {
    summary: 'Remove a participant',
    audience: 'firm',
    scope: 'cases',
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
};

export const steps = {
  /** Adds a step, at the end unless a position is given; hidden unless said otherwise. */
  create: post('/firm/cases/:caseId/steps', {
    summary: 'Add a step',
    audience: 'firm',
    scope: 'cases',
    input: z
      .strictObject({ ...stepFields, visible: stepFields.visible.default(false) })
      .partial()
      .required({ title: true }),
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
  /** Changes what is given. Clients hear of it only while the step is visible to them. */
  update: patch('/firm/cases/:caseId/steps/:id', {
    summary: 'Change a step',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject(stepFields).partial(),
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
  remove: del('/firm/cases/:caseId/steps/:id', {
    summary: 'Remove a step',
    audience: 'firm',
    scope: 'cases',
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
};
