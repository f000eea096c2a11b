import { isLocal } from './local.ts';

/**
 * Where the pages with the portal are, seen from its server: on the same site (the same origin, or another subdomain:
 * `www.` and `portal.smithlaw.com`), or on another one.
 */
export type Embedding = 'same-site' | 'cross-site';

/**
 * The session cookie. `__Host-` makes the browser insist on Secure, Path=/ and no Domain, so no subdomain can plant
 * one (ASVS 3.3.3). On plain http at localhost there is no Secure cookie in Safari (WebKit does not count localhost
 * as trustworthy for cookies), so development has a cookie of another name, which production never reads.
 */
export interface SessionCookie {
  readonly name: string;
  /** `SameSite=Lax; Secure` */
  readonly attributes: string;
}

/** By the configured address of the portal, never by what a request says about itself. */
export function sessionCookie(portalUrl: string, embedding: Embedding): SessionCookie {
  const { protocol, hostname } = new URL(portalUrl);
  const atHome = protocol === 'http:' && isLocal(hostname);
  return {
    name: atHome ? 'lp_session' : '__Host-lp_session',
    attributes: embedding === 'cross-site' ? crossSite : `${sameSite}${atHome ? '' : '; Secure'}`,
  };
}

/** Lax and not Strict, or a link in a mail would open the portal signed out. */
const sameSite = 'SameSite=Lax';
/**
 * A jar for each site that the portal is embedded in (CHIPS): browsers that block other sites' cookies keep it all the
 * same, and what one site has signed in to, no other can use. They insist on Secure, also at localhost.
 */
const crossSite = 'SameSite=None; Secure; Partitioned';

/** Without Max-Age: it goes with the browser session. How long it is good for, the server decides. */
export const setCookie = ({ name, attributes }: SessionCookie, token: string): string =>
  `${name}=${token}; Path=/; HttpOnly; ${attributes}`;

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
