import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PortalServer } from '../server.ts';

/** Answers a request of Node's on its own objects, without a `Request` and a `Response` in between. */
export async function answerIncoming(
  server: PortalServer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  parsed?: unknown,
): Promise<void> {
  const { status, headers, body } = await server.handle({
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    host: hostOf(incoming),
    peer: incoming.socket.remoteAddress ?? '',
    header(name) {
      const value = incoming.headers[name];
      return typeof value === 'string' ? value : value?.join(', ');
    },
    // Whoever stops reading early still wants to answer on this connection.
    body: { [Symbol.asyncIterator]: () => incoming.iterator({ destroyOnReturn: false }) },
    ...(parsed !== undefined && { parsed }),
  });
  // A time limit of the host's own may have been faster.
  if (outgoing.headersSent) return;
  // Known beforehand, or Node would send it in chunks.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...headers, ...length }).end(body);
}

/** Two of them mean different firms to different readers (RFC 9112, 3.2), and Node would take the first: none then. */
function hostOf({ headersDistinct: { host = [] } }: IncomingMessage): string {
  return host.length === 1 ? host[0]! : '';
}
