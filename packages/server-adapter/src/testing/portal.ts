import { randomBytes } from 'node:crypto';
import type { NewFirm } from '../firm/create.ts';
import { createPortalServer, type PortalServer, type PortalServerOptions } from '../server.ts';
import { memoryMailer, type MailMessage } from '../mail/mailer.ts';
import type { Clock, Database } from '../sql/database.ts';
import { sqlite } from '../sql/sqlite.ts';
import { testClock, type TestClock } from './clock.ts';
import { addTestFirm, type TestFirm } from './firm.ts';

export interface TestPortalOptions extends Partial<Omit<PortalServerOptions, 'database'>> {
  /** Opens the database with the clock of the test. Default: SQLite in memory. */
  readonly database?: (options: { clock: Clock }) => Database | Promise<Database>;
}

export interface TestPortal {
  readonly server: PortalServer;
  readonly database: Database;
  readonly clock: TestClock;
  /** The server's. */
  readonly secret: Uint8Array;
  /** What was mailed, oldest first; `await portal.server.settle()` before looking. */
  readonly mails: readonly MailMessage[];
  readonly firm: TestFirm;
  /** Another firm in the same database, at a host of its own. */
  addFirm(slug: string, values?: Partial<NewFirm>): Promise<TestFirm>;
  close(): Promise<void>;
}

/**
 * A portal in this process: the real client, the real handler and the real database, with a clock that stands still
 * and a mailer that keeps what it is given. Jobs run when `server.settle()` is called.
 *
 * @example
 * const { firm, server } = await createTestPortal();
 * const ana = await firm.addClient('Ana Silva');
 * const { items } = await ana.portal.cases.list();
 */
export async function createTestPortal(options: TestPortalOptions = {}): Promise<TestPortal> {
  const clock = testClock();
  const open = options.database ?? ((settings) => sqlite({ file: ':memory:', ...settings }));
  const database = await open({ clock });
  await database.migrate();
  const mailer = memoryMailer();
  const secret = randomBytes(32);
  const server = createPortalServer({ mailer, secret, ...options, database });
  const addFirm: TestPortal['addFirm'] = (slug, values) =>
    addTestFirm({ server, database, secret }, slug, values);
  return {
    server,
    database,
    clock,
    secret,
    mails: mailer.sent,
    firm: await addFirm('harborview'),
    addFirm,
    close: () => server.close(),
  };
}
