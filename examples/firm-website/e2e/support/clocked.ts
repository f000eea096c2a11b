/** A portal in this process, on a page of its own, whose server lives by the clock of the test. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { express as onExpress } from '@casefront/server-adapter/express';
import { createTestPortal, type TestFirm, type TestPortal } from '@casefront/server-adapter/testing';
import express from 'express';
import { ensureBrowserFiles } from '../../../../scripts/setup/browser-files.ts';

export interface ClockedSite {
  readonly url: string;
  readonly portal: TestPortal;
  readonly firm: TestFirm;
  stop(): Promise<void>;
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Seaside Law</title>
<script type="module" src="/casefront/casefront.js"></script>
<main><h1>Client portal</h1><client-portal api="/portal-api"></client-portal></main></html>`;

export async function startClocked(): Promise<ClockedSite> {
  await ensureBrowserFiles();
  const app = express();
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const portal = await createTestPortal();
  const firm = await portal.addFirm('seaside', {
    portalUrl: `${url}/portal`,
    hosts: ['www.seaside.example', host],
  });
  app.use('/portal-api', onExpress(portal.server));
  const elements = new URL('.', import.meta.resolve('@casefront/elements/casefront.js'));
  app.use('/casefront', express.static(fileURLToPath(elements), { index: false }));
  app.get('/portal', (_request, response) => void response.type('html').send(page));
  return {
    url,
    portal,
    firm,
    async stop() {
      server.closeAllConnections();
      server.close();
      await portal.close();
    },
  };
}
