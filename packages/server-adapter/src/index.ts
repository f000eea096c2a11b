/**
 * The Casefront contract, served.
 *
 * @example
 * const server = createPortalServer({ database: sqlite({ file: 'portal.db' }), secret, mailer, firm: 'harborview' });
 * await server.start();
 * app.use('/portal-api', express(server));
 */
export { sqlBackend, type Backend } from './backend.ts';
export { createFirm, type CreatedFirm, type NewFirm } from './firm/create.ts';
export type { FetchInfo } from './hosts/fetch.ts';
export type { Answer, PortalRequest } from './http/exchange.ts';
export type { Asked, AuthProvider, Holder } from './providers/provider.ts';
export { headsFile } from './journal/heads-file.ts';
export type { JournalSink, SignedHead } from './journal/heads.ts';
export type { Logger, LogFacts } from './logger.ts';
export { MailRefused, memoryMailer, type Mailer, type MailMessage } from './mail/mailer.ts';
export { createPortalServer, type PortalServer, type PortalServerOptions } from './server.ts';
export type { Database } from './sql/database.ts';
export type { Scoped } from './sql/scoped.ts';
