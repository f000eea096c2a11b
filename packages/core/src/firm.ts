/**
 * The client of the firm's side: for a staff desk in a browser (session) and for the firm's systems (API key).
 *
 * @example
 * const firm = createFirm({ api: 'https://portal.smithlaw.com/api', apiKey: process.env.CASEFRONT_KEY });
 * await firm.people.create({ name: 'Ana Silva', email: 'ana@example.com', externalId: 'contact-7' });
 */
import { bind, createClient, type ClientOf, type ClientOptions, type PortalClient } from './client/client.ts';
import type { FirmContract } from './contract/firm/index.ts';
import * as routes from './endpoints/firm/index.ts';

export interface FirmOptions extends ClientOptions {
  /** A key of the firm's own system. Never in a browser: whoever reads it can act as the firm. */
  readonly apiKey?: string | undefined;
}

/** Every noun of the firm's side as functions, and the client underneath. */
export type FirmClient = ClientOf<FirmContract> & PortalClient;

export function createFirm({ apiKey, ...options }: FirmOptions): FirmClient {
  const headers = { ...options.headers, ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
  const client = createClient({ ...options, headers });
  return { ...bind<FirmContract>(client, routes), ...client };
}

export * from './client/index.ts';
export type { Access as FirmAccess } from './contract/firm/access.ts';
export type { FirmCase, FirmCaseSummary, FirmStep, Participant, TeamPart } from './contract/firm/cases.ts';
export type { ApiKey } from './contract/firm/keys.ts';
export type { FirmInvitation, Person } from './contract/firm/people.ts';
export type { Settings } from './contract/firm/settings.ts';
export type { Share } from './contract/firm/shares.ts';
export type * from './types.ts';
