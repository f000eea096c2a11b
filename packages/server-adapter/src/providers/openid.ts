/** An identity provider of the firm vouches for people: by ID tokens that its site got for them (OpenID Connect). */
import { createRemoteJWKSet, type RemoteJWKSet } from 'jose/jwks/remote';
import { jwtVerify } from 'jose/jwt/verify';
import * as z from 'zod';
import { isSafeAddress } from '../access/local.ts';
import { holderOf, timely, undefinedIfBad } from './jwt.ts';
import type { AuthProvider } from './provider.ts';

export interface OpenIdOptions {
  /** As it stands in its ID tokens: `https://login.smithlaw.com`. `https:`, or `http:` on this machine. */
  readonly issuer: string;
  /** The host's client at the provider. */
  readonly clientId: string;
  /** The short name of the firm whose provider it is. May be left out where only one firm is served. */
  readonly firm?: string;
}

/** What is asked of the provider's discovery document (OpenID Connect Discovery, 3). */
const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Of public keys only: a shared secret is the host's affair, and `none` is nobody's (RFC 8725, 3.1 and 3.2). */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * Takes ID tokens that are at most five minutes old. The person is found by their address, and only where the
 * provider says that it is verified: a `sub` of theirs means nothing to the firm, and an address that anybody may
 * claim would be a way into other people's cases. The host checks the nonce, which it alone knows.
 *
 * @example
 * createPortalServer({ …, authProviders: [openIdProvider({ issuer: 'https://login.smithlaw.com', clientId: 'website' })] });
 * @throws when the issuer is no place to ask for keys.
 */
export function openIdProvider({ issuer, clientId, firm }: OpenIdOptions): AuthProvider {
  requireSafe(issuer);
  const keys = remembered(() => discover(issuer));
  return {
    firm,
    async identify(token, asked) {
      const rules = { ...timely(asked), issuer, audience: clientId, algorithms };
      const verified = await jwtVerify(token, await keys(), rules).catch(undefinedIfBad);
      if (!verified) return undefined;
      const { aud, azp, email, email_verified } = verified.payload;
      // OpenID Connect Core, 3.1.3.7: of several audiences, the one that it was made for.
      if (azp === undefined ? typeof aud !== 'string' && aud?.length !== 1 : azp !== clientId)
        return undefined;
      if (typeof email !== 'string' || email_verified !== true) return undefined;
      return holderOf(token, verified.payload, { email });
    },
  };
}

async function discover(issuer: string): Promise<RemoteJWKSet> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const metadata = Metadata.parse(await response.json());
  // Discovery, 4.3: or another provider's keys would be taken for this one's.
  if (metadata.issuer !== issuer) throw new Error(`${url} is of another issuer`);
  requireSafe(metadata.jwks_uri);
  return createRemoteJWKSet(new URL(metadata.jwks_uri));
}

/** Once asked for, the answer is kept; a failure is not. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () =>
    (answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    }));
}

function requireSafe(address: string): void {
  if (!isSafeAddress(address)) throw new Error(`Keys that come over http could be anybody’s: ${address}`);
}
