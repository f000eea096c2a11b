/** What goes back: JSON through the contract's schema, or a problem (RFC 9457), under the same headers. */
import { problems, type Endpoint, type ErrorCode, type Problem } from '@casefront/core/contract';
import type { Answer } from './exchange.ts';
import { type ProblemDetails, ProblemError } from './problem.ts';

/**
 * On every answer. These are data for one person: never cached (ASVS 14.3.2), never a document, a script, a frame
 * or an image of another site (ASVS 3.2.1, 3.4.3, 3.4.6).
 */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'Origin',
} as const;

/** What an endpoint answered; `body` is undefined for a 204. */
export interface Reply {
  readonly status: number;
  readonly body: string | undefined;
}

/**
 * The result as JSON, key by key as the contract names them: what it does not name is left out, so a row that was
 * returned by mistake gives nothing away (ASVS 15.3.1).
 *
 * @throws zod's error when the service broke the contract.
 */
export function serialize({ spec }: Endpoint, result: unknown): Reply {
  if (!spec.result) return { status: 204, body: undefined };
  return { status: 200, body: JSON.stringify(spec.result.parse(result)) };
}

export function answer({ status, body }: Reply, headers: Readonly<Record<string, string>>): Answer {
  return {
    status,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    body,
  };
}

/** The problem as an answer; anything unexpected says only that the server failed, and where to look it up. */
export function problemAnswer(
  error: unknown,
  requestId: string,
  headers: Readonly<Record<string, string>>,
): Answer {
  const expected = error instanceof ProblemError;
  const { code, details }: { code: ErrorCode; details: ProblemDetails } = expected
    ? error
    : { code: 'server.failed', details: {} };
  const { status, title, detail } = problems[code];
  const { issues, retryAfter } = details;
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    detail,
    requestId,
    ...(issues && { issues: [...issues] }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return {
    status,
    headers: {
      ...headers,
      ...details.headers,
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      'content-type': 'application/problem+json',
    },
    body: JSON.stringify(body),
  };
}
