import type { PortalRequest } from '../http/exchange.ts';

/** A request as the handler reads it. Chunks of the body come one after the other. */
export const request = (
  method: string,
  target: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  chunks?: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>,
): PortalRequest => ({
  method,
  target,
  host: 'www.smithlaw.com',
  peer: '192.0.2.1',
  header: (name) => headers[name],
  body: chunks && bytesOf(chunks),
});

async function* bytesOf(
  chunks: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}
