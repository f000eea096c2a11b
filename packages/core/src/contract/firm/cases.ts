import * as z from 'zod';
import { CaseStatus, Step } from '../cases.ts';
import { del, get, patch, post, put } from '../endpoint.ts';
import { CaseId, ExternalId, PersonId } from '../ids.ts';
import { CursorQuery, page } from '../page.ts';
import { Instant, line, open, PlainDate, text } from '../values.ts';
import { participantRoles, permissions, type ParticipantRole } from './participant-roles.ts';

export const FirmStep = Step.extend({
  /** Whether the clients on the case see it. */
  visible: z.boolean(),
});
export type FirmStep = z.infer<typeof FirmStep>;

const roles = Object.keys(participantRoles) as ParticipantRole[];

/** Somebody's part in a case. What happened before `joinedAt` is not theirs, unless it is shared with them. */
export const Participant = z.object({
  personId: PersonId,
  name: z.string(),
  role: open(...roles),
  /** What they may have of the case; the rest is never shared with them. */
  permissions: z.array(open(...permissions)),
  joinedAt: Instant,
  /** When their part ends by itself, and with it all that is shared with them: a guardian's, when the ward comes of age. */
  until: Instant.nullable(),
  /** When they left, or their part ended; null while they are in the case. */
  leftAt: Instant.nullable(),
  /** Since when nothing of the case reaches them; null while they are not frozen. */
  frozenAt: Instant.nullable(),
  /** When the client agreed to their part; only payers need it. */
  consentOn: PlainDate.nullable(),
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
  /** Whether it is closed to all of the firm but its team. */
  sealed: z.boolean(),
  updatedAt: Instant,
});
export type FirmCaseSummary = z.infer<typeof FirmCaseSummary>;

/** An admin from outside the team got into a sealed case. */
export const SealOpening = z.object({
  personId: PersonId,
  name: z.string(),
  at: Instant,
  reason: z.string(),
});
export type SealOpening = z.infer<typeof SealOpening>;

export const FirmCase = FirmCaseSummary.extend({
  steps: z.array(FirmStep),
  /** Who is in it now, the earliest first. */
  participants: z.array(Participant),
  /** Who was in it and is not any more. */
  former: z.array(Participant),
  team: z.array(TeamPart),
  /** Latest first. */
  sealOpenings: z.array(SealOpening),
});
export type FirmCase = z.infer<typeof FirmCase>;

const caseFields = {
  title: line(200),
  area: line(100),
  state: z.enum(['active', 'closed']),
  statusLabel: line(100),
  statusMeaning: text(1000).nullable(),
};

const participantFields = {
  role: z.enum(roles),
  permissions: z.array(z.enum(permissions)).max(permissions.length),
  until: Instant.nullable(),
  consentOn: PlainDate.nullable(),
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
  /** Cases that the caller works on; all of the firm's that are not sealed for admins and API keys. */
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
  /**
   * Opens a case; staff who open one join its team. With an `externalId` that exists, updates that case instead; a
   * `conflict` when the caller does not see it.
   */
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
  /** Says who of the firm works on the case; they are the ones a client may write to. Attorneys and admins. */
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
    errors: ['not-found', 'conflict', 'auth.step-up'],
    activity: true,
  }),
  /**
   * Closes the case to all of the firm but its team: to other admins and to every key it is not there, in no list, count
   * or notice. Its clients keep what they have. Attorneys of the team, and admins.
   */
  seal: post('/firm/cases/:id/seal', {
    summary: 'Close a case to all but its team',
    audience: 'firm',
    result: FirmCase,
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
  unseal: post('/firm/cases/:id/unseal', {
    summary: 'Open a sealed case to those who see all cases',
    audience: 'firm',
    result: FirmCase,
    errors: ['not-found'],
    stepUp: true,
    activity: true,
  }),
  /**
   * Breaks the glass: puts an admin on the team of a case that is sealed from them, with a reason in writing. The team is
   * told, and the reason stays with the case.
   */
  openSeal: post('/firm/cases/:id/open-seal', {
    summary: 'Get into a sealed case, with a reason',
    audience: 'firm',
    input: z.strictObject({ reason: text(1000) }),
    result: FirmCase,
    errors: ['not-found', 'conflict'],
    stepUp: true,
    activity: true,
  }),
  /**
   * Takes a client or contact into the case. A role that has the case sees it from now on; what was shared with others
   * before stays theirs. Without `permissions` they have what is usual for the role. A payer takes the client's consent
   * (`consentOn`), and nothing of the case is shared with them. Whoever comes back begins anew; whose part
   * ended while it was frozen, comes back by attorneys and admins only.
   */
  addParticipant: post('/firm/cases/:id/participants', {
    summary: 'Add a participant',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject({
      ...z.strictObject(participantFields).partial().shape,
      personId: PersonId,
      role: participantFields.role.default('client'),
    }),
    result: FirmCase,
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
  /**
   * Changes what is given; another role comes with what is usual for it, unless `permissions` say otherwise. What the
   * permissions no longer cover is taken back at once, and does not come back with them. All shares end at `until`,
   * those that are made later too. Attorneys and admins.
   */
  updateParticipant: patch('/firm/cases/:id/participants/:personId', {
    summary: 'Change what a participant may have, and until when',
    audience: 'firm',
    scope: 'cases',
    input: z.strictObject(participantFields).partial(),
    result: FirmCase,
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
  /**
   * Keeps everything of this case from a person, at once: clients who fall out with each other. Nothing can be shared with
   * them or written to them meanwhile, and conversations that they are in rest. Attorneys and admins.
   */
  freezeParticipant: post('/firm/cases/:id/participants/:personId/freeze', {
    summary: 'Keep the case from a participant',
    audience: 'firm',
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
  /** Gives back exactly what was shared with them when they were frozen. */
  unfreezeParticipant: post('/firm/cases/:id/participants/:personId/unfreeze', {
    summary: 'Give the case back to a participant',
    audience: 'firm',
    result: FirmCase,
    errors: ['not-found'],
    activity: true,
  }),
  /** Ends the participation, and with it everything of this case that was shared with the person. Attorneys and admins. */
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
