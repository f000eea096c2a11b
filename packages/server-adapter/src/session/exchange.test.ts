import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, it } from 'node:test';
import { hashToken } from '../access/tokens.ts';
import { sweep } from '../jobs/sweep.ts';
import { hostTokens } from '../providers/host-tokens.ts';
import { openIdProvider } from '../providers/openid.ts';
import type { AuthProvider } from '../providers/provider.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { failsWith } from '../testing/fails.ts';
import { startIdentityProvider, type IdentityProvider } from '../testing/identity-provider.ts';
import { testHost } from '../testing/host.ts';
import { createTestPortal, type TestBrowser, type TestFirm } from '../testing/index.ts';
import { memoryLogger } from '../testing/logger.ts';

const host = testHost();
let count = 0;

forEachDatabase((_, database) => {
  /** A portal whose firm has its own site sign people in. */
  const withHost = (authProviders: readonly AuthProvider[] = [host.provider]) =>
    createTestPortal({ database, authProviders });

  const addClient = async ({ admin }: TestFirm, values: object = {}) =>
    admin.firm.people.create({ name: 'Ana Silva', email: `ana.${++count}@people.example`, ...values });
  const invite = async (firm: TestFirm, values: object = {}) => {
    const person = await addClient(firm, values);
    await firm.admin.firm.invitations.create({ id: person.id });
    return person;
  };
  const refused = failsWith('auth.token-refused');
  const attempt = async (browser: TestBrowser, token: string) => {
    const response = await browser.fetch('/v1/session/exchange', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1' },
      body: JSON.stringify({ token }),
    });
    const { requestId: _, ...body } = (await response.json()) as { requestId: string };
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
    return { status: response.status, bytes: JSON.stringify([response.status, headers, body]) };
  };

  it('B43: signs in whom the site around the portal knows, by external id or by id', async () => {
    const portal = await withHost();
    const { id } = await invite(portal.firm, { externalId: 'client-7' });
    for (const subject of ['client-7', id]) {
      const browser = portal.firm.visitor();
      const session = await browser.portal.session.exchange({ token: await host.token(portal, subject) });
      assert.equal(session.person.id, id);
      assert.deepEqual(await browser.portal.session.get(), session);
    }
    const { method } = await portal.database.kysely
      .selectFrom('sessions')
      .where('person_id', '=', id)
      .select('method')
      .executeTakeFirstOrThrow();
    assert.equal(method, 'host');
  });

  it('lets in who was invited, and writes it down once', async () => {
    const portal = await withHost();
    const { id } = await invite(portal.firm);
    const { exchange } = portal.firm.visitor().portal.session;
    await exchange({ token: await host.token(portal, id) });
    assert.equal((await portal.firm.admin.firm.people.get({ id })).access, 'active');
    await exchange({ token: await host.token(portal, id) });
    const entries = await portal.database.kysely
      .selectFrom('journal')
      .where('subject_id', '=', id)
      .where('verb', '=', 'access.begun')
      .select('actor_id')
      .execute();
    assert.deepEqual(
      entries.map(({ actor_id }) => actor_id),
      [id],
    );
  });

  it('takes the second factor that somebody has shown to the host, and asks for one where they have not', async () => {
    const theirs = testHost('seaside');
    const portal = await withHost([theirs.provider]);
    const firm = await portal.addFirm('seaside', { settings: { secondFactor: 'everybody' } });
    const { id } = await invite(firm);
    const stageAfter = async (amr: readonly string[]) => {
      const token = await theirs.token({ ...portal, firm }, id, { amr });
      return (await firm.visitor().portal.session.exchange({ token })).stage;
    };
    assert.equal(await stageAfter(['pwd', 'otp', 'mfa']), 'complete');
    assert.equal(await stageAfter(['pwd']), 'enrol');
  });

  it('refuses all that it refuses in the same words', async () => {
    const portal = await withHost();
    const { firm } = portal;
    const other = await portal.addFirm('seaside');
    const [none, disabled, stranger, active] = [
      await addClient(firm),
      await invite(firm),
      await invite(other),
      await invite(firm),
    ];
    await portal.database.transaction((tx) =>
      tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', disabled.id).execute(),
    );
    const used = await host.token(portal, active.id);
    assert.equal((await attempt(firm.visitor(), used)).status, 200);
    const tokens = {
      none: await host.token(portal, none.id),
      disabled: await host.token(portal, disabled.id),
      stranger: await host.token(portal, stranger.id),
      nobody: await host.token(portal, 'nobody'),
      used,
      usedInAnotherSpelling: `${used} `,
      ofAnotherKey: await testHost().token(portal, active.id),
      forAnotherFirm: await host.token(portal, active.id, { aud: other.origin }),
      expired: await host.token(portal, active.id, { exp: 1 }),
      nonsense: 'nonsense',
    };
    const answers = new Map<string, string[]>();
    for (const [name, token] of Object.entries(tokens)) {
      const { status, bytes } = await attempt(firm.visitor(), token);
      assert.equal(status, 401, name);
      answers.set(bytes, [...(answers.get(bytes) ?? []), name]);
    }
    assert.equal(answers.size, 1, JSON.stringify([...answers.values()]));
  });

  it('G9: gives one session for a token, also when it comes twice at the same moment', async () => {
    const portal = await withHost();
    const { id } = await invite(portal.firm);
    for (let round = 0; round < 10; round++) {
      const token = await host.token(portal, id);
      const tries = [token, token, `${token} `].map((text) => attempt(portal.firm.visitor(), text));
      const statuses = (await Promise.all(tries)).map(({ status }) => status).sort((a, b) => a - b);
      assert.deepEqual(statuses, [200, 401, 401]);
    }
  });

  it('G14: gives the browser a new session, and the one it had is dead', async () => {
    const portal = await withHost();
    const ana = await portal.firm.addClient();
    const planted = ana.cookie!;
    await ana.portal.session.exchange({ token: await host.token(portal, ana.id) });
    assert.notEqual(ana.cookie, planted);
    const thief = portal.firm.visitor();
    thief.cookie = planted;
    await assert.rejects(thief.portal.session.get(), failsWith('auth.expired'));
  });

  it('keeps what a token hashes to, for as long as it might be good', async () => {
    const portal = await withHost();
    const { id } = await invite(portal.firm);
    const token = await host.token(portal, id);
    await portal.firm.visitor().portal.session.exchange({ token });
    const stored = await dump(portal.database);
    const signed = token.slice(0, token.lastIndexOf('.'));
    assert.ok(!stored.includes(signed) && stored.includes(hashToken(signed)));
    portal.clock.pass(60 * 60);
    await sweep(portal.database);
    assert.ok((await dump(portal.database)).includes(hashToken(signed)));
    portal.clock.pass(2 * 24 * 60 * 60);
    await sweep(portal.database);
    assert.ok(!(await dump(portal.database)).includes(hashToken(signed)));
  });

  it('asks a host only about its own firm', async () => {
    const ofSeaside = testHost('seaside');
    const portal = await withHost([host.provider, ofSeaside.provider]);
    const { id } = await invite(portal.firm);
    const forged = ofSeaside.token(portal, id);
    await assert.rejects(portal.firm.visitor().portal.session.exchange({ token: await forged }), refused);
    const other = await portal.addFirm('seaside');
    const theirs = await invite(other);
    const token = await ofSeaside.token({ ...portal, firm: other }, theirs.id);
    const session = await other.visitor().portal.session.exchange({ token });
    assert.equal(session.person.id, theirs.id);
  });

  it('does not start while a host could sign in people of several firms', async () => {
    const unnamed = hostTokens({ key: randomBytes(32) });
    await assert.rejects(withHost([unnamed]), /name the one that it is for/);
    await createTestPortal({ database, firm: 'harborview', authProviders: [unnamed] });
  });

  it('takes what looks like an id for one, so that no external id stands for somebody else', async () => {
    const portal = await withHost();
    const ana = await invite(portal.firm);
    await invite(portal.firm, { externalId: ana.id });
    const token = await host.token(portal, ana.id);
    const session = await portal.firm.visitor().portal.session.exchange({ token });
    assert.equal(session.person.id, ana.id);
  });

  it('knows nobody’s tokens unless it is told whose', async () => {
    const portal = await createTestPortal({ database });
    const { id } = await invite(portal.firm);
    const token = await host.token(portal, id);
    await assert.rejects(portal.firm.visitor().portal.session.exchange({ token }), refused);
  });

  it('G17: lets nobody try without end, and counts no token that was good', async () => {
    const portal = await withHost();
    const { id } = await invite(portal.firm);
    const { exchange } = portal.firm.visitor('192.0.2.9').portal.session;
    await exchange({ token: await host.token(portal, id) });
    for (let tries = 0; tries < 100; tries++) await assert.rejects(exchange({ token: 'nonsense' }), refused);
    const good = async () => ({ token: await host.token(portal, id) });
    await assert.rejects(exchange(await good()), failsWith('rate.limited'));
    await portal.firm.visitor('192.0.2.10').portal.session.exchange(await good());
    portal.clock.pass(16 * 60);
    await exchange(await good());
  });

  it('goes on without a provider that fails, and says that it failed to those who need it', async () => {
    const failing: AuthProvider = {
      firm: 'harborview',
      identify: () => Promise.reject(new Error('The provider is away')),
    };
    const logger = memoryLogger();
    const authProviders = [failing, host.provider];
    const portal = await createTestPortal({ database, logger, authProviders });
    const { id } = await invite(portal.firm);
    await portal.firm.visitor().portal.session.exchange({ token: await host.token(portal, id) });
    const unknown = portal.firm.visitor().portal.session.exchange({ token: 'of the other' });
    await assert.rejects(unknown, failsWith('server.failed'));
    assert.ok(logger.lines.some(({ facts }) => facts['message'] === 'The provider is away'));
  });

  let provider: IdentityProvider;
  before(async () => {
    const accounts = {
      ana: { email: 'Ana.Silva@people.example', verified: true },
      mallory: { email: 'ana.silva@people.example', verified: false },
      nobody: { email: 'nobody@people.example', verified: true },
    };
    provider = await startIdentityProvider(accounts, ['website']);
  });
  after(() => provider.close());

  it('signs in whom an OpenID provider knows by a verified address, once for each ID token', async () => {
    const { issuer } = provider;
    const portal = await withHost([openIdProvider({ issuer, clientId: 'website', firm: 'harborview' })]);
    const { id } = await invite(portal.firm, { email: 'ana.silva@people.example' });
    portal.clock.pass((Date.now() - portal.clock().getTime()) / 1000);
    const { exchange } = portal.firm.visitor().portal.session;
    const token = await provider.signIn('ana');
    assert.equal((await exchange({ token })).person.id, id);
    await assert.rejects(exchange({ token }), refused);
    await assert.rejects(exchange({ token: await provider.signIn('mallory') }), refused);
    await assert.rejects(exchange({ token: await provider.signIn('nobody') }), refused);
    assert.equal((await exchange({ token: await provider.signIn('ana') })).person.id, id);
  });
});
