import * as z from 'zod';
import { del, get, post } from './endpoint.ts';
import { PasswordInput } from './session.ts';
import { Email, Instant, LinkToken, Locale } from './values.ts';

/** A change of address on its way: it happens when both mailboxes have said yes. */
export const EmailChange = z.object({
  newEmail: z.string(),
  oldConfirmed: z.boolean(),
  newConfirmed: z.boolean(),
  expiresAt: Instant,
});
export type EmailChange = z.infer<typeof EmailChange>;

export const email = {
  /** The change that waits for an answer, if there is one. */
  get: get('/email/change', {
    summary: 'The change of address on its way',
    audience: 'person',
    result: z.object({ change: EmailChange.nullable() }),
  }),
  /** Mails a link to the old and to the new address. Answers the same when somebody else has the new one. */
  change: post('/email/change', {
    summary: 'Ask for another e-mail address',
    audience: 'person',
    input: z.strictObject({ email: Email }),
    result: z.object({ change: EmailChange }),
    stepUp: true,
    activity: true,
  }),
  cancel: del('/email/change', {
    summary: 'Keep the e-mail address',
    audience: 'person',
    activity: true,
  }),
  /** What a link is for. Reads only. */
  look: post('/email/look', {
    summary: 'What a link for a change of address is for',
    audience: 'public',
    input: z.strictObject({ token: LinkToken }),
    result: z.object({
      firmName: z.string(),
      newEmail: z.string(),
      /** The language that the person reads. */
      locale: Locale,
      /** Which mailbox this link was sent to. */
      side: z.enum(['old', 'new']),
      expiresAt: Instant,
    }),
    errors: ['link.ended'],
  }),
  /** Says yes for one mailbox, with the password, which no mail scanner types. The second yes makes the change. */
  confirm: post('/email/confirm', {
    summary: 'Confirm a change of address',
    audience: 'public',
    input: z.strictObject({ token: LinkToken, password: PasswordInput }),
    /** Whether the address has changed now; false while the other mailbox has not answered. */
    result: z.object({ changed: z.boolean() }),
    errors: ['link.ended', 'auth.failed'],
    activity: true,
  }),
};
