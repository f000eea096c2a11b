import { apiVersion, contract } from '@casefront/core/contract';
import type { Embedding } from './access/cookies.ts';
import { createPasswords } from './access/passwords.ts';
import { sqlBackend, type Backend } from './backend.ts';
import { createFirmFinder } from './firm/find.ts';
import { fromRequest, toResponse, type FetchInfo } from './hosts/fetch.ts';
import type { Answer, PortalRequest } from './http/exchange.ts';
import { createHandler } from './http/handler.ts';
import { createRouter } from './http/router.ts';
import { createRunner } from './http/run.ts';
import { headKeeper } from './jobs/heads.ts';
import { createJobs } from './jobs/index.ts';
import type { JournalSink } from './journal/index.ts';
import { linkAnswerer } from './links/answer.ts';
import { errorFacts, quietLogger, steady, type Logger } from './logger.ts';
import type { Mailer } from './mail/mailer.ts';
import { mailRenderer } from './mail/render.ts';
import type { AuthProvider } from './providers/provider.ts';
import { implementation } from './routes.ts';
import type { Services } from './services.ts';
import type { Database } from './sql/database.ts';
import type { Scoped } from './sql/scoped.ts';
import { createTracker } from './tracker.ts';

export interface PortalServerOptions {
  /** `sqlite({ file })` or `postgres({ url })`. The server closes it. Its clock is the server's clock. */
  readonly database: Database;
  /** At least 32 random bytes, the same on every node and kept: links in mails are derived from it. */
  readonly secret: string | Uint8Array;
  /**
   * Secrets that were in use before, newest first. They still open what they have sealed, which is sealed anew when it is
   * used, and write the links of mails that were waiting when the secret changed.
   */
  readonly previousSecrets?: readonly (string | Uint8Array)[];
  /** Sends mail: `smtp(…)`, or a port of your own. The server closes it. */
  readonly mailer: Mailer;
  /** The short name of the one firm that is served. Without it the `Host` header decides, by the table of hosts. */
  readonly firm?: string;
  /** Path that the host leaves in front: `/portal-api`. Express and Hono's `mount` take it off themselves. */
  readonly basePath?: string;
  /**
   * Other origins whose pages may call, exactly: `https://www.smithlaw.com`. The portal's own may anyway. A server of several
   * firms says them by firm, by its short name: `{ smith: ['https://www.smithlaw.com'] }`.
   */
  readonly allowedOrigins?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /**
   * Where those pages are: on the site of this server (`www.` and `portal.smithlaw.com` are one), or on another, where
   * the session needs a partitioned cookie (CHIPS). Default: `same-site`.
   */
  readonly embedding?: Embedding;
  /**
   * Lets pages keep the token of their session in memory instead (`memorySession()` of the client), for browsers that
   * keep no partitioned cookies. Any script of such a page can read it, and whoever reloads it signs in again. Default: no.
   */
  readonly memoryTokens?: boolean;
  /** How many reverse proxies stand in front; each adds one entry to `X-Forwarded-For`. Default 0: none is believed. */
  readonly trustedProxies?: number;
  /** Most bytes of a request's body, default 256 kB, and the seconds it may take to arrive, default 10. */
  readonly limits?: { readonly bodyBytes?: number; readonly bodySeconds?: number };
  /** Default: warnings and errors to the console. */
  readonly logger?: Logger;
  /**
   * Who else may sign people in whom the firm has let in: the site around the portal (`hostTokens`), an identity
   * provider (`openIdProvider`), or a port of your own. Default: nobody.
   */
  readonly authProviders?: readonly AuthProvider[];
  /**
   * Where signed heads of the firms' journals go, every hour and when the server closes: `headsFile(…)`, or a port of
   * your own. With them `casefront audit verify` finds also a journal that was rewritten whole. Default: nowhere.
   */
  readonly journalSink?: JournalSink;
  /** Replaces nouns that a system of the firm keeps; see `sqlBackend`. */
  readonly backend?: (door: Scoped) => Backend;
}

export interface PortalServer {
  /** For hosts that speak the fetch standard: Hono, Next, Bun, Deno, workers with Node's APIs. Never rejects. */
  fetch(request: Request, info?: FetchInfo): Promise<Response>;
  /** What every host comes down to. Never rejects. */
  handle(request: PortalRequest): Promise<Answer>;
  /** Brings the schema up to date and starts the jobs: news, mails. Requests may come before. */
  start(): Promise<void>;
  /** Does all jobs that are due, and resolves when nothing is left. For tests and scripts. */
  settle(): Promise<void>;
  /** Takes no more requests, lets running requests and jobs end, closes the mailer and the database. */
  close(): Promise<void>;
}

/**
 * @throws when the secret is too short, or when several firms are served and a provider, or a page, of one could act in
 * another.
 */
export function createPortalServer(options: PortalServerOptions): PortalServer {
  const { database, mailer, basePath = '' } = options;
  const logger = steady(options.logger ?? quietLogger);
  const secret = readSecret(options.secret);
  const secrets = [secret, ...(options.previousSecrets ?? []).map(readSecret)] as const;
  let open = true;
  const allowedOrigins = readOrigins(options);
  const firms = createFirmFinder(database, options.firm);
  const services = {
    secret,
    secrets,
    passwords: createPasswords(),
    providers: readProviders(options),
    allowedOrigins,
    forgetFirms: firms.forget,
  };
  const handler = createHandler({
    database,
    match: createRouter(contract, `/${apiVersion}`),
    findFirm: firms.find,
    run: createRunner({
      contract,
      implementation,
      database,
      services,
      openBackend: options.backend ?? sqlBackend,
    }),
    basePath,
    allowedOrigins,
    embedding: options.embedding ?? 'same-site',
    memoryTokens: options.memoryTokens ?? false,
    trustedProxies: options.trustedProxies ?? 0,
    body: {
      bytes: options.limits?.bodyBytes ?? 256 * 1024,
      milliseconds: (options.limits?.bodySeconds ?? 10) * 1000,
    },
    logger,
    isOpen: () => open,
  });
  const jobs = createJobs({
    database,
    mailer,
    render: mailRenderer(secrets),
    before: [linkAnswerer(secret)],
    keepHeads: options.journalSink && headKeeper(secret, options.journalSink),
    onError: (error) => logger.error('A job failed and will be tried again', errorFacts(error)),
  });
  const requests = createTracker();
  const handle = (request: PortalRequest) => requests.track(handler(request));

  return {
    handle,
    fetch: async (request, info = {}) => toResponse(await handle(fromRequest(request, info)), request.method),
    async start() {
      await database.migrate();
      jobs.start();
    },
    settle: () => jobs.settle(),
    async close() {
      open = false;
      await requests.idle();
      await jobs.stop();
      await mailer.close?.();
      await database.close();
    },
  };
}

function readSecret(secret: string | Uint8Array): Uint8Array {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  if (bytes.byteLength < 32)
    throw new Error('The secret needs at least 32 bytes: `openssl rand -base64 32` makes one');
  return bytes;
}

/** The origins of each firm. A page of one firm is a stranger to the others. */
function readOrigins({ firm, allowedOrigins = [] }: PortalServerOptions): Services['allowedOrigins'] {
  if (!isList(allowedOrigins)) return ({ slug }) => allowedOrigins[slug] ?? [];
  if (firm === undefined && allowedOrigins.length > 0)
    throw new Error('Several firms are served: `allowedOrigins` has to name the firm of each');
  return () => allowedOrigins;
}

const isList = (origins: object): origins is readonly string[] => Array.isArray(origins);

function readProviders({ firm, authProviders = [] }: PortalServerOptions): readonly AuthProvider[] {
  if (firm === undefined && authProviders.some((provider) => provider.firm === undefined))
    throw new Error(
      'Several firms are served: each of the `authProviders` has to name the one that it is for',
    );
  return authProviders;
}
