/** The site around the portal vouches for its user, with a short token that its backend signs. */
import { jwtVerify } from 'jose/jwt/verify';
import { pin, type HostKey } from './host-key.ts';
import { holderOf, lifetime, timely, undefinedIfBad } from './jwt.ts';
import type { AuthProvider } from './provider.ts';

export { signHostToken, type HostToken } from './sign-host-token.ts';
export type { HostKey } from './host-key.ts';

export interface HostTokensOptions {
  /** The secret, or the host's public key. Of this host alone: whoever signs with it can come in as anybody of the firm. */
  readonly key: HostKey;
  /** What stands in `iss`, if the host says who it is. */
  readonly issuer?: string;
  /** The short name of the firm whose host it is. May be left out where only one firm is served. */
  readonly firm?: string;
}

/**
 * Takes the tokens of a host: JWTs with `sub` (the person's `externalId`, or their id), `aud` (the origin of the firm's
 * portal, alone), `iat`, `exp` (at most five minutes later) and `jti`. `signHostToken` makes them in Node; every JWT
 * library can.
 *
 * @example
 * createPortalServer({ …, authProviders: [hostTokens({ key: process.env.PORTAL_HOST_KEY })] });
 * @throws when the key is too short, of another kind, or the private one.
 */
export function hostTokens({ issuer, firm, ...options }: HostTokensOptions): AuthProvider {
  const { key, algorithm } = pin(options.key);
  if (key.type === 'private') throw new Error('Give the host’s public key: the private one stays there');
  return {
    firm,
    async identify(token, asked) {
      const rules = {
        ...timely(asked),
        algorithms: [algorithm],
        // Without an id of its own, two tokens of one second would be the same one.
        requiredClaims: ['iat', 'exp', 'jti', 'sub'],
        ...(issuer !== undefined && { issuer }),
      };
      const verified = await jwtVerify(token, key, rules).catch(undefinedIfBad);
      if (!verified) return undefined;
      const { sub, aud, iat = 0, exp = Infinity, jti } = verified.payload;
      // Compared as it is: a list of audiences would be a token that others have too.
      if (aud !== asked.origin || exp - iat > lifetime) return undefined;
      if (typeof sub !== 'string' || typeof jti !== 'string' || sub === '' || jti === '') return undefined;
      return holderOf(token, verified.payload, { subject: sub });
    },
  };
}
