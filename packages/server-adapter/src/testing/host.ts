import { randomBytes } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import { hostTokens } from '../providers/host-tokens.ts';
import type { AuthProvider } from '../providers/provider.ts';
import type { TestPortal } from './portal.ts';

/** The site around the portal, which signs people in. Its tokens go by the clock of the portal. */
export interface TestHost {
  readonly provider: AuthProvider;
  /** A token for the person with this external id or id. */
  token(portal: Pick<TestPortal, 'clock' | 'firm'>, subject: string, claims?: JWTPayload): Promise<string>;
}

/** @param firm the short name of the firm whose site it is */
export function testHost(firm = 'harborview'): TestHost {
  const key = randomBytes(32);
  let count = 0;
  return {
    provider: hostTokens({ key, firm }),
    token({ clock, firm: { origin } }, sub, claims = {}) {
      const iat = Math.floor(clock().getTime() / 1000);
      const all = { sub, aud: origin, jti: `${++count}`, iat, exp: iat + 60, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: 'HS256' }).sign(key);
    },
  };
}
