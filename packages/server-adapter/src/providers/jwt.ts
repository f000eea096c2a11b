/** What tokens of the host and ID tokens have in common. */
import { JOSEError } from 'jose/errors';
import type { JWTPayload } from 'jose';
import type { Asked, Holder } from './provider.ts';

/** Seconds that a token is good for after it was made, whatever it says itself. */
export const lifetime = 5 * 60;
/** Seconds by which the clocks of two servers may differ. */
const tolerance = 30;

/** When it was made is always asked for, and for ID tokens when they end (OpenID Connect Core, 2). */
export const timely = ({ now }: Asked) => ({
  currentDate: now,
  maxTokenAge: lifetime,
  clockTolerance: tolerance,
  requiredClaims: ['iat', 'exp'],
});

/**
 * The holder of a token whose signature and claims are good. What was signed names it: the signature itself can be
 * spelt in several ways (ECDSA's two values of s, loose bits at the end of base64), and each would be good once more.
 */
export const holderOf = (token: string, payload: JWTPayload, person: Holder['person']): Holder => ({
  person,
  // RFC 8176, 2: several factors, whichever they were.
  multiFactor: Array.isArray(payload['amr']) && payload['amr'].includes('mfa'),
  tokenId: token.slice(0, token.lastIndexOf('.')),
  goodUntil: new Date((payload.iat! + lifetime + tolerance) * 1000),
});

/** What jose says of a token that is not good, as opposed to what went wrong on the way. */
export function undefinedIfBad(error: unknown): undefined {
  const isBad = error instanceof JOSEError && !failures.has(error.code);
  if (!isBad) throw error;
}

/** The provider's answer is missing, or is none. */
const failures = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);
