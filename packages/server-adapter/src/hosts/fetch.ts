import type { Answer, PortalRequest } from '../http/exchange.ts';

/** What only the host of a fetch handler knows. */
export interface FetchInfo {
  /** The address at the other end of the connection. Without it, rate limits hold for all callers together. */
  readonly ip?: string | undefined;
}

/** A `Request` of the fetch standard as the handler reads it. */
export function fromRequest(request: Request, { ip = '' }: FetchInfo): PortalRequest {
  const { pathname, search, host } = new URL(request.url);
  return {
    method: request.method,
    target: pathname + search,
    host: request.headers.get('host') ?? host,
    peer: ip,
    header: (name) => request.headers.get(name) ?? undefined,
    body: request.body ?? undefined,
  };
}

export const toResponse = ({ status, headers, body }: Answer, method: string): Response =>
  new Response(method === 'HEAD' ? null : (body ?? null), { status, headers });
