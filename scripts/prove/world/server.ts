/** The server under proof, in this process, called at its handler: no socket in between. */
import { pathParams, type Endpoint } from '../../../packages/core/src/contract/index.ts';
import type { PortalRequest } from '../../../packages/server-adapter/src/http/exchange.ts';
import {
  createPortalServer,
  type PortalServer,
  type PortalServerOptions,
} from '../../../packages/server-adapter/src/server.ts';
import type { Logger } from '../../../packages/server-adapter/src/logger.ts';
import { memoryMailer, type MailMessage } from '../../../packages/server-adapter/src/mail/mailer.ts';
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';

export interface Running {
  readonly server: PortalServer;
  readonly database: Database;
  readonly mails: MailMessage[];
  /** What the server logged as a failure of its own. */
  readonly errors: string[];
}

/** Everything a server has: a database in a file, its secret, and a clock that stands still. */
export interface Snapshot {
  readonly file: string;
  readonly secret: Uint8Array;
  readonly now: string;
  /** The sites that sign people in. */
  readonly authProviders: NonNullable<PortalServerOptions['authProviders']>;
}

export function openServer({ file, secret, now, authProviders }: Snapshot): Running {
  const database = sqlite({ file, clock: () => new Date(now) });
  const mailer = memoryMailer();
  const errors: string[] = [];
  const logger: Logger = {
    ...{ debug() {}, info() {}, warn() {} },
    error: (message, { message: what } = {}) => void errors.push(`${message}: ${String(what)}`),
  };
  const server = createPortalServer({ database, secret, mailer, logger, authProviders });
  return { database, mails: mailer.sent, errors, server };
}

/** What somebody comes with. */
export interface Credential {
  readonly cookie?: string;
  readonly bearer?: string;
}

export interface Call {
  readonly host: string;
  readonly credential: Credential;
  readonly endpoint: Endpoint;
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Given {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The whole answer but for the request's id, which never repeats: equal means that nobody can tell two apart. */
export function bytesOf({ status, headers, text }: Given): string {
  const { 'x-request-id': id = '', ...others } = headers;
  return JSON.stringify([status, others, id === '' ? text : text.replaceAll(id, '')]);
}

export async function send(server: PortalServer, call: Call): Promise<Given> {
  const { status, headers, body } = await server.handle(requestOf(call));
  return { status, headers, text: body ?? '' };
}

let callers = 0;
const encoder = new TextEncoder();

function requestOf({ host, credential, endpoint, input, headers: others }: Call): PortalRequest {
  const { method, path } = endpoint;
  const names = new Set(pathParams(path));
  const rest = Object.entries(input).filter(([name]) => !names.has(name));
  const isRead = method === 'GET';
  const query = isRead ? new URLSearchParams(rest as [string, string][]).toString() : '';
  const headers: Record<string, string | undefined> = {
    ...(!isRead && { 'content-type': 'application/json', 'x-portal': '1' }),
    ...(credential.bearer === undefined
      ? { cookie: credential.cookie, 'sec-fetch-site': 'same-origin' }
      : { authorization: `Bearer ${credential.bearer}` }),
    ...others,
  };
  // Rate limits are for G17: here everybody comes from somewhere else.
  callers = (callers + 1) % 2 ** 24;
  const bytes = isRead ? undefined : encoder.encode(JSON.stringify(Object.fromEntries(rest)));
  return {
    method,
    target: `/v1${path.replace(/:(\w+)/g, (_, name: string) => String(input[name]))}${query && `?${query}`}`,
    host,
    peer: `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}`,
    header: (name) => headers[name],
    body: bytes && once(bytes),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
