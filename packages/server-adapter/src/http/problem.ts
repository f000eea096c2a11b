import { problems, type ErrorCode, type Issue } from '@casefront/core/contract';

export interface ProblemDetails {
  /** Fields that are wrong. */
  readonly issues?: readonly Issue[];
  /** Seconds to wait before trying again; also sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Added to the answer. */
  readonly headers?: Record<string, string>;
}

/** What a service throws to answer with a problem of the catalogue (RFC 9457). Rolls its transaction back. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ErrorCode;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(problems[code].title);
    this.code = code;
    this.details = details;
  }
}

/**
 * @example
 * throw problem('recipients.outside-case', { issues: [issue(['recipientIds', 0], 'outside-case', 'Does not work on it')] });
 */
export const problem = (code: ErrorCode, details?: ProblemDetails): ProblemError =>
  new ProblemError(code, details);

export const isProblem = (error: unknown, code: ErrorCode): error is ProblemError =>
  error instanceof ProblemError && error.code === code;

/**
 * @example
 * throw conflict(['personId'], 'staff', 'Works at the firm: add to the team');
 */
export const conflict = (path: Issue['path'], code: string, message: string): ProblemError =>
  problem('conflict', { issues: [issue(path, code, message)] });

export const issue = (path: Issue['path'], code: string, message: string): Issue => ({ path, code, message });

/**
 * Ends the request with the one 404 there is: foreign and missing look the same.
 *
 * @example
 * const found = (await findCase.first(ctx.db, { … })) ?? notFound();
 */
export function notFound(): never {
  throw problem('not-found');
}
