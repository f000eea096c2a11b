import * as z from 'zod';
import { del, get, post } from './endpoint.ts';
import { PersonId } from './ids.ts';
import { Email, Instant, Locale, open, TimeZone } from './values.ts';

/** A password is taken as it is: no trimming, no rules of composition, at most 128 characters (ASVS 6.2.9). */
export const PasswordInput = z.string().min(1).max(128);

/** Who is signed in. */
export const Me = z.object({
  id: PersonId,
  kind: open('client', 'staff'),
  /** Staff only: what the firm lets them do. */
  role: open('admin', 'attorney', 'staff').nullable(),
  name: z.string(),
  email: z.string(),
  locale: Locale,
  timeZone: TimeZone,
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  person: Me,
  /** The sections of the portal that exist for this person, in the order of the navigation. */
  sections: z.array(open('dashboard', 'cases', 'inbox')),
  /** What this person may do. The server enforces the same list. */
  capabilities: z.array(open('messages.send')),
  /** Seconds without an act of the person after which the session ends. */
  idleSeconds: z.int(),
  /** When the session ends whatever happens. */
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;

export const session = {
  /** Signs in; the session travels in an HttpOnly cookie. Unknown address and wrong password look the same. */
  create: post('/session', {
    summary: 'Sign in',
    audience: 'public',
    input: z.strictObject({ email: Email, password: PasswordInput }),
    result: Session,
    errors: ['auth.failed'],
    activity: true,
  }),
  /** Who is signed in, and what they may see and do. */
  get: get('/session', { summary: 'Who is signed in', audience: 'person', result: Session }),
  /**
   * Says that the person is still there, so that the session goes on. For a page to call when they do something on it,
   * or press "Stay signed in"; never from a timer.
   */
  extend: post('/session/extend', {
    summary: 'Keep the session awake',
    audience: 'person',
    result: Session,
    activity: true,
  }),
  /** Signs out: the session is dead on the server when this answers. */
  end: del('/session', { summary: 'Sign out', audience: 'person' }),
};
