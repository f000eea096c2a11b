/**
 * A portal in this process, and pages with it on several sites. Names below `localhost` lead to this machine, and browsers
 * tell them apart: `www.firm.localhost` and `portal.firm.localhost` are one site, `other.localhost` is another.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { hostTokens, signHostToken } from '@casefront/server-adapter/host-tokens';
import { express as onExpress } from '@casefront/server-adapter/express';
import type { PortalServer } from '@casefront/server-adapter';
import { createTestPortal, type TestPerson, type TestPortalOptions } from '@casefront/server-adapter/testing';
import { build } from 'esbuild';
import express from 'express';
import { acceptInvitation } from '../../../../packages/server-adapter/src/testing/accept.ts';
import { ensureBrowserFiles } from '../../../../scripts/setup/browser-files.ts';
import type { Person } from './people.ts';

export interface Embedded {
  /** The address of a page on this host, with the portal in it; `how` it gets hold of a session. */
  page(host: string, how?: 'cookie' | 'memory' | 'host'): string;
  /** A client with a case, who has a password. */
  readonly ana: Person & { readonly id: string };
  /** How many are signed in. */
  sessions(): Promise<number>;
  stop(): Promise<void>;
}

/** Where the server of the portal is. */
export const apiHost = 'portal.firm.localhost';
const key = 'a key of the host that has more than 32 bytes';

/**
 * @param options `change` lets a test break what the server answers
 */
export async function startEmbedded({
  change = (server) => server,
  ...options
}: TestPortalOptions & { change?: (server: PortalServer) => PortalServer } = {}): Promise<Embedded> {
  await ensureBrowserFiles();
  const app = express();
  const http = createServer(app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const origin = (host: string) => `http://${host}:${port}`;

  const portal = await createTestPortal({
    allowedOrigins: { seaside: ['www.firm.localhost', 'other.localhost', 'third.localhost'].map(origin) },
    authProviders: [hostTokens({ key, firm: 'seaside' }), hostTokens({ key, firm: 'harborview' })],
    ...options,
  });
  const catchUp = () => portal.clock.pass((Date.now() - portal.clock().getTime()) / 1000);
  catchUp();
  const firm = await portal.addFirm('seaside', {
    portalUrl: `${origin(apiHost)}/cookie`,
    hosts: ['www.seaside.example', `${apiHost}:${port}`],
  });
  const [ana, daniel] = [await firm.addClient('Ana Silva'), await firm.addStaff('Daniel Okafor')];
  await firm.addCase({ title: 'Petition for residence', team: [daniel], clients: [ana] });
  const password = 'four green herons by the lake';
  await acceptInvitation({ ...portal, firm }, ana, password);
  await signOutEverywhere(portal, ana);

  app.use('/portal-api', onExpress(change(portal.server)));
  const elements = new URL('.', import.meta.resolve('@casefront/elements/casefront.js'));
  app.use('/casefront', express.static(fileURLToPath(elements), { index: false }));
  app.get('/token', async (_request, response) => {
    catchUp(); // the host's clock goes on
    const token = { key, audience: origin(apiHost), subject: ana.id };
    response.type('text').send(await signHostToken(token));
  });
  const memory = await memoryScript(`${origin(apiHost)}/portal-api`);
  app.get('/memory.js', (_request, response) => void response.type('js').send(memory));
  app.get('/host.js', (_request, response) => void response.type('js').send(hostScript));
  for (const how of ['cookie', 'memory', 'host'] as const)
    app.get(`/${how}`, (_request, response) => {
      response.set('Content-Security-Policy', policy(origin(apiHost)));
      response.type('html').send(html(how, `${origin(apiHost)}/portal-api`));
    });

  return {
    page: (host, how = 'cookie') => `${origin(host)}/${how}`,
    ana: { id: ana.id, name: ana.name, email: ana.email, password },
    sessions: async () =>
      (
        await portal.database.kysely
          .selectFrom('sessions')
          .where('person_id', '=', ana.id)
          .select('id')
          .execute()
      ).length,
    async stop() {
      http.closeAllConnections();
      http.close();
      await portal.close();
    },
  };
}

/** What such a page needs, and nothing more. */
const policy = (api: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${api}; img-src 'self' data:; require-trusted-types-for 'script'`;

const html = (how: 'cookie' | 'memory' | 'host', api: string) => `<!doctype html><html lang="en">
<meta charset="utf-8"><title>A page with the portal</title><link rel="icon" href="data:,">
${how === 'cookie' ? '' : `<script type="module" src="/${how}.js"></script>`}
<script type="module" src="/casefront/casefront.js"></script>
<main><h1>Client portal</h1><client-portal ${how === 'memory' ? '' : `api="${api}"`}></client-portal></main></html>`;

/** A page whose own backend knows who is there. */
const hostScript = `document.querySelector('client-portal').getToken = async () => (await fetch('/token')).text();`;

/** A page that keeps the token of the session itself. */
async function memoryScript(api: string): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createClient, memorySession } from '@casefront/core/client';
        document.querySelector('client-portal').client = createClient({ api: '${api}', fetch: memorySession() });`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    conditions: ['casefront-source', 'production'],
    write: false,
  });
  return Buffer.from(outputFiles[0]!.contents);
}

const signOutEverywhere = ({ database }: Awaited<ReturnType<typeof createTestPortal>>, { id }: TestPerson) =>
  database.transaction((tx) => tx.deleteFrom('sessions').where('person_id', '=', id).execute());
