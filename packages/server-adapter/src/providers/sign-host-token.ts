import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import { pin, type HostKey } from './host-key.ts';

export interface HostToken {
  /** The secret that the portal's server has too, or the private key to its public one. */
  readonly key: HostKey;
  /** The origin of the page that the portal is on: `https://www.smithlaw.com`. */
  readonly audience: string;
  /** The `externalId` of the signed-in user at the firm, or their id in the portal. */
  readonly subject: string;
  /** True when the user has shown a second factor to the host. Default: no. */
  readonly multiFactor?: boolean;
  /** Who signs, where the portal's server asks. */
  readonly issuer?: string;
}

/** Seconds: it is fetched when it is needed and used at once. */
const life = 60;

/**
 * For the backend of a host: a token for its signed-in user, good once and for a minute. Hand it to the page only
 * over a request that shows who the user is.
 *
 * @example
 * app.get('/portal-token', requireUser, async (request, response) => {
 *   const audience = 'https://www.smithlaw.com';
 *   response.json(await signHostToken({ key, audience, subject: request.user.clientNumber }));
 * });
 */
export function signHostToken(token: HostToken): Promise<string> {
  const { audience, subject, multiFactor = false, issuer } = token;
  const { key, algorithm } = pin(token.key);
  const jwt = new SignJWT({
    ...(multiFactor && { amr: ['mfa'] }),
    ...(issuer !== undefined && { iss: issuer }),
  })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setAudience(audience)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${life}s`);
  return jwt.sign(key);
}
