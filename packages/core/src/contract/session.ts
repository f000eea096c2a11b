import * as z from 'zod';
import { del, get, post } from './endpoint.ts';
import { PersonId } from './ids.ts';
import { Email, Instant, Locale, open, PasskeyOptions, PasskeyResponse, TimeZone } from './values.ts';

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
  /**
   * `complete`: signed in. `second-factor`: the password was right, and one of `factors` has to follow. `enrol`: the firm
   * asks for a second factor and this person has none yet. Until it is complete there are no sections.
   */
  stage: open('complete', 'second-factor', 'enrol'),
  /** What is taken as a proof of who this is, now and whenever a step asks for it again: no password beside a second factor. */
  factors: z.array(open('password', 'totp', 'passkey', 'recovery-code')),
  /** Set while somebody of the firm looks at the portal as this person sees it: their name. */
  viewedBy: z.string().nullable(),
  /** The sections of the portal that exist for this person, in the order of the navigation. */
  sections: z.array(open('dashboard', 'cases', 'inbox', 'profile')),
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
  get: get('/session', {
    viewable: true,
    summary: 'Who is signed in',
    audience: 'person',
    result: Session,
    incomplete: true,
  }),
  /**
   * Says that the person is still there, so that the session goes on. For a page to call when they do something on it,
   * or press "Stay signed in"; never from a timer.
   */
  extend: post('/session/extend', {
    summary: 'Keep the session awake',
    audience: 'person',
    result: Session,
    incomplete: true,
    activity: true,
  }),
  /**
   * Proves with the password who is here, for what asks for a fresh proof. Where there is a second factor, that is asked for
   * instead. Every proof gives the session a new token (ASVS 7.2.4).
   */
  confirmPassword: post('/session/confirm/password', {
    summary: 'Prove again who is here, with the password',
    audience: 'person',
    checksSecret: true,
    input: z.strictObject({ password: PasswordInput }),
    result: Session,
    errors: ['auth.failed', 'conflict'],
    activity: true,
  }),
  /** Finishes signing in, or proves again who is here, with an authenticator app or a recovery code. */
  confirmCode: post('/session/confirm/code', {
    summary: 'Finish signing in with a code',
    audience: 'person',
    checksSecret: true,
    /** Six digits of the app, or a recovery code with or without its dashes. */
    input: z.strictObject({ code: z.string().trim().min(6).max(40) }),
    result: Session,
    errors: ['code.wrong', 'factor.unreadable'],
    incomplete: true,
    activity: true,
  }),
  /** The challenge for a passkey of whoever has begun to sign in. */
  passkeyOptions: post('/session/confirm/passkey/options', {
    summary: 'The challenge for a passkey',
    audience: 'person',
    result: PasskeyOptions,
    errors: ['conflict'],
    answersSecret: true,
    incomplete: true,
  }),
  confirmPasskey: post('/session/confirm/passkey', {
    summary: 'Finish signing in with a passkey',
    audience: 'person',
    checksSecret: true,
    input: z.strictObject({
      response: PasskeyResponse,
    }),
    result: Session,
    errors: ['code.wrong'],
    incomplete: true,
    activity: true,
  }),
  /** The challenge for signing in with a passkey alone: it is two factors in one (WebAuthn user verification). */
  passkeySignInOptions: post('/session/passkey/options', {
    summary: 'The challenge for signing in with a passkey',
    audience: 'public',
    result: PasskeyOptions,
  }),
  passkeySignIn: post('/session/passkey', {
    summary: 'Sign in with a passkey',
    audience: 'public',
    input: z.strictObject({
      response: PasskeyResponse,
    }),
    result: Session,
    errors: ['auth.failed'],
    activity: true,
  }),
  /** Signs in whoever the firm's own site or identity provider vouches for, by a short token that is good once. */
  exchange: post('/session/exchange', {
    summary: 'Sign in with a token of the host',
    audience: 'public',
    input: z.strictObject({ token: z.string().min(1).max(8192) }),
    result: Session,
    errors: ['auth.token-refused'],
    activity: true,
  }),
  /** Signs out: the session is dead on the server when this answers. */
  end: del('/session', { summary: 'Sign out', audience: 'person', incomplete: true }),
};
