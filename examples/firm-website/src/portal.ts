import { fileURLToPath } from 'node:url';
import { createPortalServer, type Mailer, type PortalServer } from '@casefront/server-adapter';
import { express as onExpress } from '@casefront/server-adapter/express';
import { sqlite } from '@casefront/server-adapter/sqlite';
import express, { type Express } from 'express';
import { dataFile, secret as readSecret } from './data.ts';
import { deskScript } from './desk-script.ts';
import { seed } from './seed/index.ts';

export interface PortalOptions {
  /** Where the site is: `http://localhost:4310`. Links in mails begin with it. */
  readonly url: string;
  readonly mailer: Mailer;
}

/** The portal's server, with its database and its jobs in this process. The first time, it is filled with the demo. */
export async function openPortal({ url, mailer }: PortalOptions): Promise<PortalServer> {
  const file = await dataFile('portal.db');
  const secret = await readSecret();
  const portalUrl = `${url}/portal`;
  await seed({ file, secret, portalUrl });

  const database = sqlite({ file });
  const server = createPortalServer({ database, secret, mailer, firm: 'harborview' });
  await server.start();
  // The port may be another than last time.
  await database.transaction((tx) => tx.updateTable('firms').set({ portal_url: portalUrl }).execute());
  return server;
}

/** Puts Casefront on the firm's site: the API, the elements, and the script of the staff desk. */
export async function mountPortal(app: Express, server: PortalServer): Promise<void> {
  app.use('/portal-api', onExpress(server));
  const elements = new URL('.', import.meta.resolve('@casefront/elements/casefront.js'));
  app.use('/casefront', express.static(fileURLToPath(elements), { index: false }));
  app.get('/desk.js', await deskScript());
}
