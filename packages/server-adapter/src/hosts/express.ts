import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PortalServer } from '../server.ts';
import { answerIncoming } from './incoming.ts';

/** What Express hands to a handler, as far as it matters here; `body` is there once a parser has run. */
export type ExpressRequest = IncomingMessage & { readonly body?: unknown };
export type ExpressHandler = (request: ExpressRequest, response: ServerResponse) => Promise<void>;

/**
 * The portal inside an Express app. Works before and after `express.json()`, with Express 4 and 5; everything below
 * the mount is the portal's.
 *
 * @example
 * app.use('/portal-api', express(server));
 */
export const express =
  (server: PortalServer): ExpressHandler =>
  (request, response) =>
    answerIncoming(server, request, response, parsedBody(request));

/**
 * What a parser made of the body, if one has read it. Parsers of Express 4 leave an empty object behind also where they
 * did not, because it was none of theirs; then the bytes are still on their way.
 */
const parsedBody = ({ body, readableEnded }: ExpressRequest): unknown => (readableEnded ? body : undefined);
