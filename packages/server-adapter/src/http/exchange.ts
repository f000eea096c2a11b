/**
 * A request as the handler reads it, and an answer as it gives it. Every host makes one of what it has: `Request` and
 * `Response` of the fetch standard, or Node's own objects directly, which saves Node the detour.
 */
export interface PortalRequest {
  readonly method: string;
  /** Path and query below the mount: `/v1/cases?limit=10`. */
  readonly target: string;
  /** The host that was asked for, with its port if there is one. */
  readonly host: string;
  /** The address at the other end of the connection; empty when the host cannot tell. */
  readonly peer: string;
  /** `name` in lower case. */
  header(name: string): string | undefined;
  /** The bytes as they arrive; undefined when there is no body. */
  readonly body: AsyncIterable<Uint8Array> | undefined;
  /** What a parser of the host has already made of a JSON body; it replaces `body`. */
  readonly parsed?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or undefined for an answer without a body. */
  readonly body: string | undefined;
}
