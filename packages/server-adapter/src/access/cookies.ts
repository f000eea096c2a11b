import { isLocal } from './local.ts';

/**
 * The session cookie. `__Host-` makes the browser insist on Secure, Path=/ and no Domain, so no subdomain can plant
 * one (ASVS 3.3.3). On plain http at localhost there is no Secure cookie in Safari (WebKit does not count localhost
 * as trustworthy for cookies), so development has a cookie of another name, which production never reads.
 */
export interface SessionCookie {
  readonly name: string;
  readonly secure: boolean;
}

const overTls: SessionCookie = { name: '__Host-lp_session', secure: true };
const onLocalhost: SessionCookie = { name: 'lp_session', secure: false };

/** By the configured address of the portal, never by what a request says about itself. */
export function sessionCookie(portalUrl: string): SessionCookie {
  const { protocol, hostname } = new URL(portalUrl);
  return protocol === 'http:' && isLocal(hostname) ? onLocalhost : overTls;
}

/**
 * Without Max-Age: it goes with the browser session. How long it is good for, the server decides. Lax and not Strict,
 * or a link in a mail would open the portal signed out.
 */
export const setCookie = ({ name, secure }: SessionCookie, token: string): string =>
  `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

export const clearCookie = (cookie: SessionCookie): string => `${setCookie(cookie, '')}; Max-Age=0`;

/** The value of a cookie in a `Cookie` header; the first, when there are several of the name. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
