/** The only place that knows ky: one request over HTTP, retried where that is safe, every failure a PortalError. */
import ky, { HTTPError, TimeoutError, type KyInstance } from 'ky';
import type { Problem } from '../contract/errors.ts';
import { PortalError } from './error.ts';

export interface TransportOptions {
  /** Where the server is mounted: `/portal-api` or `https://portal.smithlaw.com/api`. */
  readonly api: string;
  /** Headers of every request, `Authorization` with an API key among them. */
  readonly headers?: Record<string, string>;
  /** Replaces the runtime's `fetch`: tests, and servers that call themselves. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
}

export interface TransportRequest {
  readonly method: string;
  /** Below the mount, parameters filled in: `v1/cases/case_…`. */
  readonly path: string;
  readonly query?: Record<string, string | number | boolean> | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal | undefined;
  readonly keepalive?: boolean | undefined;
  /** Never tried again. */
  readonly once?: boolean | undefined;
}

export type Transport = (request: TransportRequest) => Promise<unknown>;

/**
 * Every method may be tried again: reads change nothing, and each mutation carries an idempotency key, which stays
 * the same over its retries. Not so where the server keeps no answer to give again (`once`): there a second try would be
 * told that the link is used up, or the code. A 500 is not retried: the server has said that it failed.
 */
const retry = {
  limit: 2,
  methods: ['get', 'post', 'put', 'patch', 'delete'],
  statusCodes: [408, 502, 503, 504],
  maxRetryAfter: 5_000,
  retryOnTimeout: true,
};

export function createTransport(options: TransportOptions): Transport {
  const http: KyInstance = ky.create({
    prefix: options.api,
    credentials: 'include',
    cache: 'no-store',
    timeout: options.timeout ?? 15_000,
    retry,
    ...(options.headers ? { headers: options.headers } : {}),
    ...(options.fetch
      ? { fetch: options.fetch as NonNullable<Parameters<typeof ky.create>[0]>['fetch'] }
      : {}),
  } as Parameters<typeof ky.create>[0]);

  return async ({ method, path, query, body, headers, signal, keepalive, once }) => {
    try {
      const response = await http(path, {
        method,
        ...(query ? { searchParams: query } : {}),
        ...(body === undefined ? {} : { json: body }),
        ...(headers ? { headers } : {}),
        ...(signal ? { signal } : {}),
        keepalive: keepalive === true,
        ...(once ? { retry: 0 } : {}),
      });
      return response.status === 204 ? undefined : await response.json();
    } catch (error) {
      throw toPortalError(error, signal);
    }
  };
}

function toPortalError(error: unknown, signal: AbortSignal | undefined): PortalError {
  if (error instanceof HTTPError) {
    const problem = error.data as Partial<Problem> | string | undefined;
    if (typeof problem === 'object' && typeof problem.code === 'string')
      return new PortalError(
        { ...problem, code: problem.code, status: error.response.status },
        { cause: error },
      );
    // A proxy or another server answered: there is no problem document to quote.
    const { status } = error.response;
    return new PortalError({ code: `http.${status}`, status, detail: unreachable }, { cause: error });
  }
  if (signal?.aborted)
    return new PortalError({ code: 'aborted', status: 0, title: 'Cancelled' }, { cause: error });
  const code = error instanceof TimeoutError ? 'timeout' : 'network';
  return new PortalError({ code, status: 0, detail: unreachable }, { cause: error });
}

const unreachable = 'We could not reach the portal. Check your connection and try again, or call the firm.';
