import type { ErrorCode, Issue, Problem } from '../contract/errors.ts';

/** Codes that only a client can know: no answer came at all. */
export type ClientErrorCode = 'network' | 'timeout' | 'aborted';

/** A code of the catalogue, of the client, or one that a newer server has added. */
export type PortalErrorCode = ErrorCode | ClientErrorCode | (string & {});

/**
 * Whatever went wrong with a call. `code` is stable and made for programs; `message` is a sentence for the person
 * in front of the screen and names a next step.
 */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly code: PortalErrorCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Quote it to the firm's technician: it is in the server's log. */
  readonly requestId: string | undefined;
  /** The fields that were wrong. */
  readonly issues: readonly Issue[];
  /** Seconds to wait before trying again. */
  readonly retryAfter: number | undefined;

  constructor(problem: Pick<Problem, 'code' | 'status'> & Partial<Problem>, options?: ErrorOptions) {
    super(problem.detail ?? problem.title ?? problem.code, options);
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.issues = problem.issues ?? [];
    this.retryAfter = problem.retryAfter;
  }
}

/**
 * True for an error of this client, and with `code` only for that one. Compares the name, not the class, so that it
 * also holds when a page has loaded two copies of the package.
 *
 * @example
 * catch (error) { if (isPortalError(error, 'rate.limited')) wait(error.retryAfter) }
 */
export const isPortalError = <C extends PortalErrorCode = PortalErrorCode>(
  error: unknown,
  code?: C,
): error is PortalError & { readonly code: C } =>
  error instanceof Error &&
  error.name === 'PortalError' &&
  (code === undefined || (error as PortalError).code === code);
