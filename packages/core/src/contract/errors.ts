/**
 * The catalogue of problems (RFC 9457). A code is stable and literal; its sentence for a person lives in the
 * locale catalogs, under the same code.
 */
import * as z from 'zod';

/** Every code, its HTTP status and a developer's title. Foreign and missing are the same `not-found`. */
export const problems = {
  'request.invalid': { status: 400, title: 'The request does not fit the contract' },
  'request.malformed': { status: 400, title: 'The request body is not JSON' },
  'request.credentials': { status: 400, title: 'Send a cookie or an API key, not both' },
  'request.too-large': { status: 413, title: 'The request is larger than this server accepts' },
  'request.media-type': { status: 415, title: 'Send JSON with content-type application/json' },
  'request.timeout': { status: 408, title: 'The request took too long to arrive' },
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.failed': { status: 401, title: 'The e-mail address or the password is wrong' },
  'auth.expired': { status: 401, title: 'The session has ended' },
  forbidden: { status: 403, title: 'This account may not do this' },
  'origin.refused': { status: 403, title: 'Requests from this origin are refused' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method.not-allowed': { status: 405, title: 'This method is not allowed here' },
  conflict: { status: 409, title: 'This collides with something that exists' },
  'idempotency.reused': { status: 409, title: 'This idempotency key belongs to another request' },
  'invitation.ended': { status: 410, title: 'This invitation has expired or was used' },
  'password.weak': { status: 422, title: 'This password is too easy to guess' },
  'recipients.outside-case': { status: 422, title: 'A recipient does not work on this case' },
  'rate.limited': { status: 429, title: 'Too many tries' },
  'server.failed': { status: 500, title: 'The server failed' },
  'server.busy': { status: 503, title: 'The server is busy' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A code that a server answers with. */
export type ErrorCode = keyof typeof problems;

/** What every endpoint may answer, whatever it does. */
export const commonErrors = [
  'request.invalid',
  'origin.refused',
  'rate.limited',
  'server.failed',
  'server.busy',
] as const satisfies readonly ErrorCode[];

/** One field that is wrong: where, a stable code (zod's issue code), and a developer's sentence. */
export const Issue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  message: z.string(),
});
export type Issue = z.infer<typeof Issue>;

/** The body of every answer that is not 2xx, as application/problem+json. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string(),
  issues: z.array(Issue).optional(),
  /** Seconds to wait before trying again. */
  retryAfter: z.int().optional(),
});
export type Problem = z.infer<typeof Problem>;
