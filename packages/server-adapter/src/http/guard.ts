/**
 * Which pages may call. Cookies travel by themselves, so a mutation has to show that a page meant to send it
 * (security.md 3.2; OWASP CSRF cheat sheet, "Fetch metadata"): no synchroniser token is needed.
 */
import { issue, problem } from './problem.ts';
import type { PortalRequest } from './exchange.ts';

/** Methods that change nothing (RFC 9110, 9.2.1). */
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafe = (method: string): boolean => safe.has(method);

/**
 * Refuses a mutation that a foreign page could have caused. `allowed`: the origins whose pages may call.
 *
 * @throws `origin.refused`, `request.media-type`
 */
export function guard(request: PortalRequest, allowed: ReadonlySet<string>): void {
  if (isSafe(request.method)) return;
  if (!mayMutate(request, allowed)) throw problem('origin.refused');
  // Neither header can be set by a form, and by a script of another origin only after a preflight.
  if (request.header('x-portal') !== '1') {
    throw problem('origin.refused', { issues: [issue(['x-portal'], 'missing_header', 'Send X-Portal: 1')] });
  }
  if (!isJson(request)) throw problem('request.media-type');
}

function mayMutate(request: PortalRequest, allowed: ReadonlySet<string>): boolean {
  const site = request.header('sec-fetch-site');
  const origin = request.header('origin');
  if (site === 'same-origin') return true;
  if (origin !== undefined) return allowed.has(origin);
  // Without either it is no browser of our days; without a cookie there is nobody's session to ride on.
  return site === undefined && request.header('cookie') === undefined;
}

function isJson(request: PortalRequest): boolean {
  const encoding = request.header('content-encoding');
  // Nothing is ever unpacked, so there is no bomb to defuse.
  if (encoding !== undefined && encoding !== 'identity') return false;
  return /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(request.header('content-type') ?? '');
}

export interface CorsOptions {
  /** Whether pages may keep the token of their session in memory, and send it themselves. */
  readonly memoryTokens: boolean;
}

/** What a page of another origin may read, exact match only. Never reflects, and never `*` with credentials. */
export function corsHeaders(
  request: PortalRequest,
  allowed: ReadonlySet<string>,
  { memoryTokens }: CorsOptions,
): Record<string, string> {
  const origin = request.header('origin');
  if (origin === undefined || !allowed.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': `X-Request-Id, Retry-After${memoryTokens ? ', X-Portal-Token' : ''}`,
  };
}

/**
 * What a preflight is told on top. API keys are not for browsers, so `Authorization` is only among the headers where
 * pages send tokens in it.
 */
export const preflightHeaders = (
  methods: readonly string[],
  { memoryTokens }: CorsOptions,
): Record<string, string> => ({
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers': `Content-Type, X-Portal, X-Portal-View, Idempotency-Key${memoryTokens ? ', X-Portal-Session, Authorization' : ''}`,
  'access-control-max-age': '600',
});
