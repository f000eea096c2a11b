import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DatabaseBusy } from '../sql/busy.ts';
import { memoryLogger } from '../testing/logger.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal } from '../testing/index.ts';

const json = { 'content-type': 'application/json', 'x-portal': '1' };

forEachDatabase((_, database) => {
  it('answers what fails unexpectedly without a word of why, and says it once in the log', async () => {
    const logger = memoryLogger();
    const portal = await createTestPortal({
      database,
      logger,
      backend: () => {
        throw new Error('secret detail');
      },
    });
    const response = await portal.firm.visitor().fetch('/v1/firm');
    const text = await response.text();
    const { code, requestId } = JSON.parse(text) as { code: string; requestId: string };
    assert.deepEqual([response.status, code], [500, 'server.failed']);
    assert.ok(!text.includes('secret detail') && !text.includes('.ts'));
    const errors = logger.lines.filter(({ level }) => level === 'error');
    assert.equal(errors.length, 1);
    assert.equal(errors[0]?.facts['requestId'], requestId);
    assert.equal(errors[0]?.facts['message'], 'secret detail');
  });

  it('says that it is busy, and when to come again, when the database has too much to do', async () => {
    const portal = await createTestPortal({
      database,
      backend: () => {
        throw new DatabaseBusy(new Error('timeout'));
      },
    });
    const response = await portal.firm.visitor().fetch('/v1/firm');
    const { code, retryAfter } = (await response.json()) as { code: string; retryAfter: number };
    assert.deepEqual([response.status, code], [503, 'server.busy']);
    assert.equal(response.headers.get('retry-after'), String(retryAfter));
  });

  it('answers, and goes on with its jobs, when the logger fails', async () => {
    const failing = () => {
      throw new Error('The disk of the log is full');
    };
    const logger = { debug: failing, info: failing, warn: failing, error: () => Promise.reject(failing) };
    const portal = await createTestPortal({
      database,
      logger,
      mailer: { send: () => Promise.reject(new Error('down')) },
    });
    assert.equal((await portal.firm.visitor().fetch('/v1/firm')).status, 200);
    await portal.server.settle();
    const { attempts } = await portal.database.kysely
      .selectFrom('mails')
      .select('attempts')
      .executeTakeFirstOrThrow();
    assert.equal(attempts, 1, 'the control: a job has failed');
  });

  it('logs ids and durations, and nothing that anybody wrote', async () => {
    const logger = memoryLogger();
    const portal = await createTestPortal({ database, logger });
    const ana = await portal.firm.addClient('Canary Name');
    const staff = await portal.firm.addStaff();
    const { id: caseId } = await portal.firm.addCase({
      team: [staff],
      clients: [ana],
      title: 'Canary title',
    });
    const words = { subject: 'Canary subject', body: 'Canary body' };
    await ana.portal.threads.start({ caseId, recipientIds: [staff.id], ...words });
    await portal.firm
      .visitor()
      .portal.session.create({ email: 'canary@people.example', password: 'Canary password' })
      .catch(() => {});
    const log = JSON.stringify(logger.lines);
    assert.ok(!/canary/i.test(log), log);
    assert.ok(!log.includes(ana.cookie!.split('=')[1]!));
    assert.ok(log.includes('threads.start'));
  });

  it('logs who was refused what, and why, by id and code', async () => {
    const logger = memoryLogger();
    const portal = await createTestPortal({ database, logger });
    const ana = await portal.firm.addClient();
    const last = () => logger.lines.findLast(({ message }) => message === 'Answered')?.facts;
    const refused = await ana.fetch('/v1/firm/people');
    const { milliseconds, ...facts } = last() ?? {};
    assert.deepEqual(facts, {
      requestId: refused.headers.get('x-request-id'),
      firm: portal.firm.id,
      actor: ana.id,
      route: 'firm.people.list',
      code: 'forbidden',
      status: 403,
    });
    assert.equal(typeof milliseconds, 'number');
    await portal.firm.visitor().fetch('/v1/cases');
    assert.deepEqual([last()?.['actor'], last()?.['code']], [undefined, 'auth.required']);
    await ana.portal.cases.list();
    assert.deepEqual([last()?.['actor'], last()?.['code']], [ana.id, undefined]);
  });

  it('answers HEAD like GET without the body', async () => {
    const portal = await createTestPortal({ database });
    const response = await portal.firm.visitor().fetch('/v1/firm', { method: 'HEAD' });
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
  });

  it('tells a preflight of a listed origin what it may, and others nothing', async () => {
    const friend = 'https://clients.harborview.example';
    const portal = await createTestPortal({ database, allowedOrigins: { harborview: [friend] } });
    const preflight = (origin: string) =>
      portal.firm.visitor().fetch('/v1/session', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'sec-fetch-site': 'same-site' },
      });
    const listed = await preflight(friend);
    assert.equal(listed.status, 204);
    assert.equal(listed.headers.get('access-control-allow-origin'), friend);
    assert.match(listed.headers.get('access-control-allow-methods') ?? '', /POST/);
    assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
  });

  it('lets a page of a listed origin sign in, and no other', async () => {
    const friend = 'https://clients.harborview.example';
    const portal = await createTestPortal({ database, allowedOrigins: { harborview: [friend] } });
    const signIn = async (origin: string) => {
      const response = await portal.firm.visitor().fetch('/v1/session', {
        method: 'POST',
        headers: { ...json, origin, 'sec-fetch-site': 'same-site' },
        body: JSON.stringify({ email: 'nobody@people.example', password: 'x' }),
      });
      return ((await response.json()) as { code: string }).code;
    };
    assert.equal(await signIn(friend), 'auth.failed');
    assert.equal(await signIn('https://evil.example'), 'origin.refused');
  });

  it('lets pages that are listed for one firm call no other, and takes no list that is for all', async () => {
    const friend = 'https://clients.seaside.example';
    const portal = await createTestPortal({ database, allowedOrigins: { seaside: [friend] } });
    const seaside = await portal.addFirm('seaside');
    const read = async ({ visitor }: typeof seaside) => {
      const response = await visitor().fetch('/v1/firm', {
        headers: { origin: friend, 'sec-fetch-site': 'cross-site' },
      });
      return response.headers.get('access-control-allow-origin');
    };
    assert.equal(await read(portal.firm), null);
    assert.equal(await read(seaside), friend);
    await assert.rejects(createTestPortal({ database, allowedOrigins: [friend] }), /name the firm/);
    // Of the one firm that is served there is nothing to say.
    await createTestPortal({ database, allowedOrigins: [friend], firm: 'seaside' });
  });

  it('is at home below a base path', async () => {
    const portal = await createTestPortal({ database, basePath: '/portal-api' });
    const visitor = portal.firm.visitor();
    assert.equal((await visitor.fetch('/portal-api/v1/firm')).status, 200);
    assert.equal((await visitor.fetch('/v1/firm')).status, 404);
    assert.equal((await visitor.fetch('/portal-apiv1/firm')).status, 404);
  });

  it('finds no firm at a host that nobody has', async () => {
    const portal = await createTestPortal({ database });
    const response = await portal.server.fetch(new Request('https://evil.example/v1/firm'));
    assert.equal(response.status, 404);
  });

  it('serves the one firm of the configuration at any host', async () => {
    const portal = await createTestPortal({ database, firm: 'harborview' });
    const response = await portal.server.fetch(new Request('https://anything.example/v1/firm'));
    assert.equal(((await response.json()) as { id: string }).id, portal.firm.id);
  });

  it('tells a load balancer how it is, and anybody what it can', async () => {
    const portal = await createTestPortal({ database });
    const health = await portal.server.fetch(new Request('https://10.0.0.1/v1/health'));
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }]);
    const openapi = await portal.server.fetch(new Request('https://10.0.0.1/openapi.json'));
    assert.match(((await openapi.json()) as { openapi: string }).openapi, /^3\.1/);
    await portal.database.close();
    assert.equal((await portal.server.fetch(new Request('https://10.0.0.1/v1/health'))).status, 503);
  });

  it('ends what is running before it closes, and takes nothing new', async () => {
    const portal = await createTestPortal({ database });
    const body = JSON.stringify({ name: 'Ana', email: 'ana@people.example' });
    const running = portal.firm.admin.fetch('/v1/firm/people', { method: 'POST', headers: json, body });
    const closed = portal.close();
    assert.equal((await portal.firm.visitor().fetch('/v1/firm')).status, 503);
    assert.equal((await running).status, 200);
    await closed;
  });
});
