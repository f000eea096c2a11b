/**
 * The way of every request, on one screen: match → guard → authenticate → authorize → parse → run → serialize. What
 * costs least comes first, and nobody's body is read before it is known that they may send one.
 */
import { randomUUID } from 'node:crypto';
import { authenticate } from '../access/authenticate.ts';
import { authorize } from '../access/authorize.ts';
import { tokenHeaders } from '../access/carrier.ts';
import { sessionCookie, type Embedding } from '../access/cookies.ts';
import type { FirmRecord } from '../context.ts';
import { journalActor } from '../journal/entry.ts';
import { errorFacts, type Logger } from '../logger.ts';
import { DatabaseBusy } from '../sql/busy.ts';
import type { Services } from '../services.ts';
import type { Database } from '../sql/database.ts';
import { answer, problemAnswer, securityHeaders } from './answer.ts';
import { readJson, type BodyLimits } from './body.ts';
import { clientIp } from './client-ip.ts';
import type { Answer, PortalRequest } from './exchange.ts';
import { corsHeaders, guard, isSafe, preflightHeaders, type CorsOptions } from './guard.ts';
import { metaReply } from './meta.ts';
import { parseInput, readQuery } from './parse.ts';
import { notFound, problem, ProblemError } from './problem.ts';
import type { Match } from './router.ts';
import type { Runner } from './run.ts';

export interface HandlerParts {
  readonly database: Database;
  readonly match: (method: string, path: string) => Match;
  readonly findFirm: (host: string) => Promise<FirmRecord | undefined>;
  readonly run: Runner;
  readonly basePath: string;
  readonly allowedOrigins: Services['allowedOrigins'];
  readonly embedding: Embedding;
  /** Whether pages may keep the token of their session in memory. */
  readonly memoryTokens: boolean;
  readonly trustedProxies: number;
  readonly body: BodyLimits;
  readonly logger: Logger;
  /** Whether requests are still taken. */
  readonly isOpen: () => boolean;
}

/** Answers every request, whatever it is; never rejects. */
export function createHandler(parts: HandlerParts): (request: PortalRequest) => Promise<Answer> {
  const { database, match, findFirm, run, logger } = parts;

  async function serve(request: PortalRequest, trail: Trail): Promise<Answer> {
    if (!parts.isOpen()) throw problem('server.busy', { retryAfter: 5, headers: { connection: 'close' } });
    const { method } = request;
    const [path, search] = split(request.target, parts.basePath);
    const meta = await metaReply(method, path, database);
    if (meta) return answer(meta, trail.headers);

    const firm = (await findFirm(request.host)) ?? notFound();
    trail.firm = firm.id;
    const origins = new Set([firm.origin, ...parts.allowedOrigins(firm)]);
    Object.assign(trail.headers, corsHeaders(request, origins, parts));

    const found = match(method, path) ?? notFound();
    if ('allowed' in found) return otherMethod(method, found.allowed, trail, parts);
    const { route, params } = found;
    trail.route = route.name;
    guard(request, origins);

    const carrier = { cookie: sessionCookie(firm.portalUrl, parts.embedding), memory: parts.memoryTokens };
    const caller = await authenticate(database, firm, request, route.endpoint, carrier);
    const by = journalActor(caller.actor).id;
    if (by !== null) trail.actor = by;
    authorize(caller, route.endpoint, database.clock());

    const raw = isSafe(method) ? readQuery(search) : await readJson(request, parts.body);
    const input = parseInput(route, params, raw);

    const tokenAnswer: Record<string, string> = {};
    const ip = clientIp(request, parts.trustedProxies);
    const facts = {
      id: trail.requestId,
      ip,
      userAgent: request.header('user-agent'),
      token: caller.token,
      handToken: (token?: string) => void Object.assign(tokenAnswer, tokenHeaders(request, carrier, token)),
    };
    const reply = await run({ firm, caller, route, input, request, facts });
    return answer(reply, { ...trail.headers, ...tokenAnswer });
  }

  return async (request) => {
    const requestId = randomUUID();
    const started = performance.now();
    const trail: Trail = { requestId, headers: { ...securityHeaders, 'x-request-id': requestId } };
    const given = await serve(request, trail).catch((error: unknown) => {
      if (!(error instanceof ProblemError))
        logger.error('A request failed', { requestId, ...errorFacts(error) });
      const wrong = asProblem(error);
      if (wrong instanceof ProblemError) trail.code = wrong.code;
      return problemAnswer(wrong, requestId, trail.headers);
    });
    const milliseconds = Math.round(performance.now() - started);
    const { headers: _, ...known } = trail;
    logger.info('Answered', { ...known, status: given.status, milliseconds });
    return given;
  };
}

/** What is known of a request so far; problems are answered with it too, and the log has all but the headers (ASVS 16.2.1). */
interface Trail {
  readonly requestId: string;
  readonly headers: Record<string, string>;
  firm?: string;
  /** The person or the key. */
  actor?: string;
  /** The endpoint. */
  route?: string;
  /** Of the problem. */
  code?: string;
}

/** Whoever was turned away by a full house is told when to come again. */
const asProblem = (error: unknown) =>
  error instanceof DatabaseBusy ? problem('server.busy', { retryAfter: 2 }) : error;

/** Path below the base path, and query. HTTP/1.1 also allows a whole URL as the target (RFC 9112, 3.2.2). */
function split(target: string, basePath: string): [path: string, search: string] {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = local.indexOf('?');
  const path = mark < 0 ? local : local.slice(0, mark);
  if (!path.startsWith(`${basePath}/`)) notFound();
  return [path.slice(basePath.length), mark < 0 ? '' : local.slice(mark + 1)];
}

function otherMethod(
  method: string,
  allowed: readonly string[],
  { headers }: Trail,
  options: CorsOptions,
): Answer {
  const allow = { allow: allowed.join(', ') };
  if (method !== 'OPTIONS') throw problem('method.not-allowed', { headers: allow });
  return answer(
    { status: 204, body: undefined },
    { ...headers, ...allow, ...preflightHeaders(allowed, options) },
  );
}
