import * as z from 'zod';
import { post } from './endpoint.ts';
import { PasswordInput, Session } from './session.ts';
import { Instant, LinkToken, Locale, open } from './values.ts';

/** What an invitation link is about, before anything is accepted. */
export const Invitation = z.object({
  firmName: z.string(),
  /** Who is invited. */
  personName: z.string(),
  email: z.string(),
  kind: open('client', 'staff'),
  /** The language that they read. */
  locale: Locale,
  /** The member of the firm who invited, when it was a person. */
  invitedBy: z.string().nullable(),
  expiresAt: Instant,
  /** Fewest characters that a new password needs. */
  passwordMinimum: z.int(),
});
export type Invitation = z.infer<typeof Invitation>;

export const invitations = {
  /**
   * What the link is for. Reads only: a mail scanner that opens the link, or even calls this, burns nothing.
   * A POST so that the token stays out of URLs.
   */
  look: post('/invitations/look', {
    summary: 'What an invitation is for',
    audience: 'public',
    input: z.strictObject({ token: LinkToken }),
    result: Invitation,
    errors: ['invitation.ended'],
  }),
  /**
   * For a link that has ended: mails a new one to the same address, which this does not tell; to somebody who has used
   * theirs, one for a new password. Answers the same for any token, so it tells nothing to who has none. For a person to
   * press: a page never calls it by itself.
   */
  renew: post('/invitations/renew', {
    summary: 'Ask for a new link in place of one that has expired',
    audience: 'public',
    input: z.strictObject({ token: LinkToken }),
  }),
  /** Sets the person's own password, uses the invitation up, and signs in. */
  accept: post('/invitations/accept', {
    summary: 'Accept an invitation',
    audience: 'public',
    input: z.strictObject({ token: LinkToken, password: PasswordInput }),
    result: Session,
    errors: ['invitation.ended', 'password.weak'],
    activity: true,
  }),
};
