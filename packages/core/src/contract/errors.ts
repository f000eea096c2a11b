/**
 * The catalogue of problems (RFC 9457). A code is stable and literal. `title` is for a developer, `detail` for the
 * person in front of the screen; the elements say the same in the person's own language, by code.
 */
import * as z from 'zod';

/** Every code with its HTTP status. Foreign and missing are the same `not-found`. */
export const problems = {
  'request.invalid': {
    status: 400,
    title: 'The request does not fit the contract',
    detail: 'Some of what was entered cannot be used. Check the marked fields and try again.',
  },
  'request.malformed': {
    status: 400,
    title: 'The request body is not JSON',
    detail: 'Something went wrong on the way. Reload the page and try again.',
  },
  'request.credentials': {
    status: 400,
    title: 'Send a cookie or a token, not both',
    detail: 'Two ways of signing in were used at once. Sign out and sign in again.',
  },
  'request.too-large': {
    status: 413,
    title: 'The request is larger than this server accepts',
    detail: 'This is too large to send. Send it in smaller parts.',
  },
  'request.media-type': {
    status: 415,
    title: 'Send JSON with content-type application/json',
    detail: 'Something went wrong on the way. Reload the page and try again.',
  },
  'request.timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    detail: 'The connection was too slow. Try again.',
  },
  'auth.required': {
    status: 401,
    title: 'Sign in first',
    detail: 'Sign in to see this.',
  },
  'auth.failed': {
    status: 401,
    title: 'The e-mail address or the password is wrong',
    detail: 'That e-mail address and password do not match. Try again, or ask the firm for a new link.',
  },
  'auth.expired': {
    status: 401,
    title: 'The session has ended',
    detail: 'You have been signed out to keep your case private. Sign in again.',
  },
  'auth.incomplete': {
    status: 401,
    title: 'Signing in is not finished: the second step is missing',
    detail: 'One more step and you are in. Go back to the sign-in page to finish.',
  },
  'auth.step-up': {
    status: 403,
    title: 'This needs a proof of who is asking that is not older than ten minutes',
    detail: 'To keep your account safe, show us once more that it is you.',
  },
  'auth.token-refused': {
    status: 401,
    title: 'The token of the host is not good: signature, audience, time, use or person',
    detail: 'We could not sign you in from this page. Reload it, or sign in with your e-mail address.',
  },
  forbidden: {
    status: 403,
    title: 'This account may not do this',
    detail: 'Your account cannot do this. Call the firm if you think it should.',
  },
  'view.read-only': {
    status: 403,
    title: 'Whoever looks as a client cannot act as one',
    detail: 'You are only looking at what your client sees. Go back to your own desk to do something.',
  },
  'view.ended': {
    status: 410,
    title: 'This look at the portal as a client has ended',
    detail: 'You no longer look as your client. Go back to your own desk to begin again.',
  },
  'origin.refused': {
    status: 403,
    title: 'Requests from this origin are refused',
    detail: 'This page is not set up to use the portal. Tell the firm.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    detail: 'This is not here any more, or was never shared with you. Go back to the overview.',
  },
  'method.not-allowed': {
    status: 405,
    title: 'This method is not allowed here',
    detail: 'Something went wrong on the way. Reload the page and try again.',
  },
  conflict: {
    status: 409,
    title: 'This collides with something that exists',
    detail: 'This collides with something that is already there. Reload the page and look again.',
  },
  'idempotency.reused': {
    status: 409,
    title: 'This idempotency key belongs to another request',
    detail: 'This was already sent with other content. Reload the page and look before sending again.',
  },
  'invitation.ended': {
    status: 410,
    title: 'This invitation has expired or was used',
    detail: 'This link has expired or was already used. Sign in, or ask the firm for a new one.',
  },
  'link.ended': {
    status: 410,
    title: 'This link has expired or was used',
    detail: 'This link has expired or was already used. Ask for a new one on the sign-in page.',
  },
  'code.wrong': {
    status: 422,
    title: 'The second step is wrong',
    detail: 'That code did not work. Codes change every 30 seconds: wait for the next one and try again.',
  },
  'factor.unreadable': {
    status: 503,
    title: 'The second factor cannot be checked',
    detail: 'We cannot check codes of your app right now. Use a recovery code or another way, or call us.',
  },
  'password.weak': {
    status: 422,
    title: 'This password is too easy to guess',
    detail:
      'This password is too easy to guess. Choose a longer one; three or four unrelated words work well.',
  },
  'password.short': {
    status: 409,
    title: 'The password is good only beside a second step',
    detail:
      'Your password is short because a second step protects it. Choose one of at least 15 characters first.',
  },
  'recipients.outside-case': {
    status: 422,
    title: 'A recipient does not work on this case',
    detail: 'Someone you chose no longer works on this case. Check whom you are writing to.',
  },
  'rate.limited': {
    status: 429,
    title: 'Too many tries',
    detail: 'There were too many tries. Wait a little and try again.',
  },
  'server.failed': {
    status: 500,
    title: 'The server failed',
    detail: 'We are sorry, something broke on our side. Try again, or call the firm.',
  },
  'server.busy': {
    status: 503,
    title: 'The server is busy',
    detail: 'Many people are using the portal right now. Try again in a moment.',
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

/** A code that a server answers with. */
export type ErrorCode = keyof typeof problems;

/** What every endpoint may answer, whatever it does. */
export const commonErrors = [
  'request.invalid',
  'request.credentials',
  'origin.refused',
  'rate.limited',
  'view.ended',
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
