import * as z from 'zod';
import { post } from './endpoint.ts';
import { PasswordInput, Session } from './session.ts';
import { Email, Instant, LinkToken, Locale } from './values.ts';

export const password = {
  /**
   * Mails a link to set a new password, and to somebody who is still invited their invitation again. Answers the same, and
   * as fast, whoever the address belongs to; the mail comes a few seconds later.
   */
  forgot: post('/password/forgot', {
    summary: 'Ask for a link to set a new password',
    audience: 'public',
    input: z.strictObject({ email: Email }),
  }),
  /** What a reset link is for. Reads only; a POST so that the token stays out of URLs. */
  look: post('/password/look', {
    summary: 'What a reset link is for',
    audience: 'public',
    input: z.strictObject({ token: LinkToken }),
    result: z.object({
      firmName: z.string(),
      personName: z.string(),
      email: z.string(),
      /** The language that the person reads. */
      locale: Locale,
      expiresAt: Instant,
      /** Fewest characters that a new password needs. */
      passwordMinimum: z.int(),
    }),
    errors: ['link.ended'],
  }),
  /** Sets a new password and uses the link up. Ends every session; a second factor stays and is asked for next. */
  reset: post('/password/reset', {
    summary: 'Set a new password with a link',
    audience: 'public',
    input: z.strictObject({ token: LinkToken, password: PasswordInput }),
    result: Session,
    errors: ['link.ended', 'password.weak'],
    activity: true,
  }),
  /** Changes the password with the current one. Every other browser is signed out, this one gets a new token. */
  change: post('/password/change', {
    summary: 'Change the password',
    audience: 'person',
    checksSecret: true,
    input: z.strictObject({ current: PasswordInput, password: PasswordInput }),
    result: Session,
    errors: ['auth.failed', 'password.weak'],
    activity: true,
  }),
};
