import * as z from 'zod';
import { get, patch, post } from '../endpoint.ts';
import { ExternalId, InvitationId, PersonId } from '../ids.ts';
import { CursorQuery, page } from '../page.ts';
import { Email, Instant, line, Locale, open, TimeZone, WebUrl } from '../values.ts';

/** A client, a contact or a member of the firm, as the firm sees them. */
export const Person = z.object({
  id: PersonId,
  kind: open('client', 'staff'),
  role: open('admin', 'attorney', 'staff').nullable(),
  name: z.string(),
  title: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
  locale: Locale,
  timeZone: TimeZone,
  photoUrl: WebUrl.nullable(),
  /** none → invited → active; `disabled` people cannot sign in. */
  access: open('none', 'invited', 'active', 'disabled'),
  externalId: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;

const fields = {
  name: line(200),
  title: line(200).nullable(),
  email: Email,
  phone: line(40).nullable(),
  locale: Locale,
  timeZone: TimeZone,
  photoUrl: WebUrl.nullable(),
};

export const people = {
  /** Clients and staff of the firm by name. */
  list: get('/firm/people', {
    summary: 'People of the firm',
    audience: 'firm',
    scope: 'people',
    input: CursorQuery.extend({ kind: z.enum(['client', 'staff']).optional() }),
    result: page(Person),
  }),
  get: get('/firm/people/:id', {
    summary: 'One person',
    audience: 'firm',
    scope: 'people',
    result: Person,
    errors: ['not-found'],
  }),
  /**
   * Adds a person without access. With an `externalId` that exists, updates that person instead. Staff: admins only, who
   * change each other's roles, never their own, and not that of the only admin.
   */
  create: post('/firm/people', {
    summary: 'Add a person, or update the one with this external id',
    audience: 'firm',
    scope: 'people',
    input: z.strictObject({
      kind: z.enum(['client', 'staff']).default('client'),
      role: z.enum(['admin', 'attorney', 'staff']).optional(),
      name: fields.name,
      title: fields.title.optional(),
      email: fields.email,
      phone: fields.phone.optional(),
      locale: fields.locale.optional(),
      timeZone: fields.timeZone.optional(),
      photoUrl: fields.photoUrl.optional(),
      externalId: ExternalId.optional(),
    }),
    result: Person,
    errors: ['conflict', 'forbidden', 'auth.step-up'],
    activity: true,
  }),
  /**
   * Changes what is given, leaves the rest. The role of a colleague is for admins to change, like all that they are: never
   * their own, and not that of the only admin. The e-mail address of someone with access cannot be changed here; that of a
   * client who is in a case, only by those who may invite them, and from whom none of their cases is sealed.
   */
  update: patch('/firm/people/:id', {
    summary: 'Change a person',
    audience: 'firm',
    scope: 'people',
    input: z.strictObject({ ...fields, role: z.enum(['admin', 'attorney', 'staff']) }).partial(),
    result: Person,
    errors: ['not-found', 'conflict', 'forbidden', 'auth.step-up'],
    activity: true,
  }),
};

/** An invitation as the firm sees it. The link itself is only in the mail. */
export const FirmInvitation = z.object({
  id: InvitationId,
  personId: PersonId,
  email: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
});
export type FirmInvitation = z.infer<typeof FirmInvitation>;

export const invitations = {
  /**
   * Gives a person access and mails them a link to set their own password. An earlier link of theirs dies. Colleagues
   * are invited by admins. A client who is in a case, by those who see one of their cases, and by keys that are for cases
   * too.
   */
  create: post('/firm/people/:id/invitations', {
    summary: 'Invite a person to the portal',
    audience: 'firm',
    scope: 'people',
    result: FirmInvitation,
    errors: ['not-found', 'conflict', 'forbidden', 'auth.step-up'],
    activity: true,
  }),
};
