/** The same calls on every host. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { createPortal } from '@casefront/core';
import { checkAnswers } from '@casefront/core/validate';
import expressApp, { type Express, type Handler } from 'express';
import { Hono } from 'hono';
import { getRequestListener } from '@hono/node-server';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { express } from './express.ts';
import { answerIncoming } from './incoming.ts';

const mountedExpress = (prepare: (app: Express) => void) => (portal: TestPortal) => {
  const app = expressApp();
  prepare(app);
  app.use('/portal-api', express(portal.server));
  app.use((_request, response) => void response.status(418).end());
  return app as RequestListener;
};

/** What each parser of Express 4 does first, whether the body is for it or not. */
const emptyBody: Handler = (request, _response, next) => {
  request.body ??= {};
  next();
};

const hosts: Readonly<Record<string, (portal: TestPortal) => RequestListener>> = {
  'plain Node': (portal) => (request, response) => {
    request.url = request.url?.replace('/portal-api', '');
    void answerIncoming(portal.server, request, response);
  },
  Express: mountedExpress(() => {}),
  'Express after express.json()': mountedExpress((app) => app.use(expressApp.json())),
  'Express after all of its parsers': mountedExpress((app) =>
    app.use(expressApp.json(), expressApp.urlencoded({ extended: true }), expressApp.text()),
  ),
  'Express 4 after parsers that do not read JSON': mountedExpress((app) =>
    app.use(emptyBody, expressApp.urlencoded({ extended: true }), expressApp.text()),
  ),
  'Express 4 after all of its parsers': mountedExpress((app) =>
    app.use(emptyBody, expressApp.urlencoded({ extended: true }), expressApp.json(), expressApp.text()),
  ),
  Hono: (portal) => {
    const app = new Hono().mount('/portal-api', (request) =>
      portal.server.fetch(request, { ip: '192.0.2.1' }),
    );
    return getRequestListener(app.fetch) as RequestListener;
  },
};

for (const [name, host] of Object.entries(hosts)) {
  describe(name, () => {
    async function begin() {
      const portal = await createTestPortal({ firm: 'harborview' });
      const ana = await portal.firm.addClient();
      const server = createServer(host(portal)).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const api = `${base}/portal-api`;
      const headers = { cookie: ana.cookie!, 'sec-fetch-site': 'same-origin' };
      const close = async () => {
        server.closeAllConnections();
        server.close();
        await portal.close();
      };
      return {
        portal,
        client: createPortal({ api, headers, validate: checkAnswers }),
        api,
        base,
        headers,
        close,
      };
    }

    it('answers reads and mutations of the real client', async () => {
      const { client, close } = await begin();
      assert.equal((await client.firm.get()).name, 'Harborview Law');
      assert.deepEqual((await client.cases.list({ limit: 5 })).items, []);
      const nobody = { email: 'nobody@people.example', password: 'x' };
      await assert.rejects(client.session.create(nobody), failsWith('auth.failed'));
      await client.session.end();
      await assert.rejects(client.session.get(), failsWith('auth.expired'));
      await close();
    });

    it('says which field is wrong, in problem+json', async () => {
      const { client, close } = await begin();
      const wrong = client.session.create({ email: 'nonsense', password: 'x' });
      await assert.rejects(wrong, (error: any) => {
        assert.deepEqual([error.code, error.issues[0].path], ['request.invalid', ['email']]);
        return true;
      });
      await close();
    });

    it('answers what is not there itself, and leaves the rest of the site alone', async () => {
      const { api, base, headers, close } = await begin();
      const missing = await fetch(`${api}/v1/nothing`, { headers });
      assert.deepEqual(
        [missing.status, missing.headers.get('content-type')],
        [404, 'application/problem+json'],
      );
      if (name.startsWith('Express')) assert.equal((await fetch(`${base}/elsewhere`)).status, 418);
      await close();
    });
  });
}
