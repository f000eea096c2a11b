import * as z from 'zod';
import { del, get, post } from './endpoint.ts';
import { PasskeyId } from './ids.ts';
import { Session } from './session.ts';
import { Instant, line, PasskeyOptions, PasskeyResponse } from './values.ts';

/** Six digits of an authenticator app (RFC 6238). */
export const OneTimeCode = z.string().regex(/^\d{6}$/, 'Not six digits');

export const Passkey = z.object({
  id: PasskeyId,
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

/** What the viewer has beside the password. */
export const Factors = z.object({
  /** Since when an authenticator app is set up. */
  totpSince: Instant.nullable(),
  passkeys: z.array(Passkey),
  /** How many recovery codes still work. */
  recoveryCodes: z.int().nonnegative(),
  /** Whether the firm asks this person for a second factor, so that the last one cannot be removed. */
  required: z.boolean(),
});
export type Factors = z.infer<typeof Factors>;

/** Codes for the day when the phone is lost, shown once. Null when there were some already. */
const RecoveryCodes = z.array(z.string()).nullable();

export const factors = {
  list: get('/factors', {
    summary: 'The second factors of the viewer',
    audience: 'person',
    result: Factors,
    incomplete: 'enrol',
  }),
  /** Begins with an authenticator app. Nothing counts until a code of it came back. */
  startTotp: post('/factors/totp/start', {
    summary: 'Begin with an authenticator app',
    audience: 'person',
    /** `secret`: base32, for typing. `uri`: `otpauth://`, for a QR code. */
    result: z.object({ secret: z.string(), uri: z.string() }),
    answersSecret: true,
    incomplete: 'enrol',
    stepUp: true,
    activity: true,
  }),
  /** Finishes it with a code from the app. The session gets a new token (ASVS 7.2.4). */
  confirmTotp: post('/factors/totp/confirm', {
    summary: 'Finish with an authenticator app',
    audience: 'person',
    checksSecret: true,
    input: z.strictObject({ code: OneTimeCode }),
    result: z.object({ session: Session, recoveryCodes: RecoveryCodes }),
    errors: ['code.wrong', 'conflict', 'factor.unreadable'],
    answersSecret: true,
    incomplete: 'enrol',
    stepUp: true,
    activity: true,
  }),
  removeTotp: del('/factors/totp', {
    summary: 'Remove the authenticator app',
    audience: 'person',
    result: Factors,
    errors: ['conflict', 'not-found', 'password.short'],
    stepUp: true,
    activity: true,
  }),
  startPasskey: post('/factors/passkeys/start', {
    summary: 'Begin with a passkey',
    audience: 'person',
    result: PasskeyOptions,
    errors: ['conflict'],
    answersSecret: true,
    incomplete: 'enrol',
    stepUp: true,
    activity: true,
  }),
  addPasskey: post('/factors/passkeys', {
    summary: 'Add a passkey',
    audience: 'person',
    checksSecret: true,
    input: z.strictObject({ name: line(60), response: PasskeyResponse }),
    result: z.object({ session: Session, recoveryCodes: RecoveryCodes }),
    errors: ['code.wrong', 'conflict'],
    answersSecret: true,
    incomplete: 'enrol',
    stepUp: true,
    activity: true,
  }),
  removePasskey: del('/factors/passkeys/:id', {
    summary: 'Remove a passkey',
    audience: 'person',
    result: Factors,
    errors: ['conflict', 'not-found', 'password.short'],
    stepUp: true,
    activity: true,
  }),
  /** New recovery codes; earlier ones stop working. */
  newRecoveryCodes: post('/factors/recovery-codes', {
    summary: 'New recovery codes',
    audience: 'person',
    result: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: ['conflict'],
    answersSecret: true,
    stepUp: true,
    activity: true,
  }),
};
