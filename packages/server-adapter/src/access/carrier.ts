/**
 * How the token of a session travels: in a cookie that no script reads; or, where the server allows it and the page asks
 * for it, in headers, for the memory of a page whose browser keeps no cookie of another site. Such a token is as good
 * as the session, and any script of the page can read it: it is the last resort.
 */
import type { PortalRequest } from '../http/exchange.ts';
import { problem } from '../http/problem.ts';
import { clearCookie, readCookie, setCookie, type SessionCookie } from './cookies.ts';

export interface Carrier {
  readonly cookie: SessionCookie;
  /** Whether pages may keep tokens in memory. */
  readonly memory: boolean;
}

/** What a request brings along to say in whose name it comes. */
export interface Credentials {
  /** The token of a session, good or not; empty for what is left of a cookie that was cleared. */
  readonly token?: string | undefined;
  /** Whatever else stands after `Bearer`: an API key, if anything. */
  readonly key?: string | undefined;
}

/** Tells the tokens of sessions from API keys, to the server and to scanners that look for leaked secrets. */
const prefix = 'cfs_';

/** @throws `request.credentials` when there are two, because then it is anybody's guess who is meant. */
export function readCredentials(request: PortalRequest, { cookie, memory }: Carrier): Credentials {
  const token = readCookie(request.header('cookie'), cookie.name);
  const bearer = bearerOf(request.header('authorization'));
  if (token !== undefined && bearer !== undefined) throw problem('request.credentials');
  if (memory && bearer?.startsWith(prefix)) return { token: bearer.slice(prefix.length) };
  return { token, key: bearer };
}

/**
 * What stands after `Bearer`, empty when it is no key. Other schemes are not for us: a browser sends `Basic` with every
 * request to a site that a proxy in front has put behind a password (RFC 7617, 2.2).
 */
const bearerOf = (authorization = ''): string | undefined => /^Bearer\b *(\S*)$/i.exec(authorization)?.[1];

/** The header that hands a token to whoever asks; without one, the header that ends what they have. */
export function tokenHeaders(
  request: PortalRequest,
  { cookie, memory }: Carrier,
  token: string | undefined,
): Record<string, string> {
  if (memory && request.header('x-portal-session') === 'memory')
    return { 'x-portal-token': token === undefined ? '' : prefix + token };
  return { 'set-cookie': token === undefined ? clearCookie(cookie) : setCookie(cookie, token) };
}
