import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createFirm } from '@casefront/core/firm';
import { hashToken } from '../access/tokens.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { dump } from '../testing/dump.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal, type TestFirm, type TestPortal } from '../testing/index.ts';

/** A system of a firm: no cookie, no browser's headers. */
const system = ({ server }: TestPortal, { origin }: TestFirm, apiKey: string) =>
  createFirm({
    api: origin,
    apiKey,
    fetch: ((input, init) => server.fetch(new Request(input, init))) as typeof fetch,
  });

forEachDatabase((_, database) => {
  it('makes a key that a system of the firm can call with', async () => {
    const portal = await createTestPortal({ database });
    const key = await portal.firm.admin.firm.keys.create({ name: 'Practice system', scopes: ['people'] });
    assert.match(key.secret, /^cf_[\w-]{43}$/);
    const { items } = await system(portal, portal.firm, key.secret).people.list();
    assert.equal(items.length, 1);
  });

  it('stores no secret, only what it hashes to', async () => {
    const portal = await createTestPortal({ database });
    const { secret } = await portal.firm.admin.firm.keys.create({ name: 'P', scopes: ['people'] });
    const rows = await dump(portal.database);
    assert.ok(!rows.includes(secret));
    assert.ok(rows.includes(hashToken(secret)));
  });

  it('lets it do what its scopes say, and nothing else', async () => {
    const portal = await createTestPortal({ database });
    const { secret } = await portal.firm.admin.firm.keys.create({ name: 'P', scopes: ['people', 'shares'] });
    const caller = system(portal, portal.firm, secret);
    await caller.people.create({ name: 'Ana', email: 'ana@people.example', externalId: '7' });
    await assert.rejects(caller.cases.list(), failsWith('forbidden'));
    await assert.rejects(caller.threads.list(), failsWith('forbidden'));
    await assert.rejects(caller.keys.list(), failsWith('forbidden'));
    await assert.rejects(caller.keys.create({ name: 'Q', scopes: ['cases'] }), failsWith('forbidden'));
  });

  it('ends at once when it is revoked', async () => {
    const portal = await createTestPortal({ database });
    const { keys } = portal.firm.admin.firm;
    const [one, two] = [
      await keys.create({ name: 'One', scopes: ['people'] }),
      await keys.create({ name: 'Two', scopes: ['people'] }),
    ];
    await keys.revoke({ id: one.id });
    await assert.rejects(system(portal, portal.firm, one.secret).people.list(), failsWith('auth.required'));
    await system(portal, portal.firm, two.secret).people.list();
    assert.deepEqual(
      (await keys.list()).items.map(({ id }) => id),
      [two.id],
    );
    await assert.rejects(keys.revoke({ id: one.id }), failsWith('not-found'));
  });

  it('says when it was last used, to the minute', async () => {
    const portal = await createTestPortal({ database });
    const { keys } = portal.firm.admin.firm;
    const { secret } = await keys.create({ name: 'P', scopes: ['people'] });
    const used = async () => (await keys.list()).items[0]!.lastUsedAt;
    assert.equal(await used(), null);
    await system(portal, portal.firm, secret).people.list();
    assert.equal(await used(), '2026-03-03T15:00:00.000Z');
    portal.clock.pass(59);
    await system(portal, portal.firm, secret).people.list();
    assert.equal(await used(), '2026-03-03T15:00:00.000Z');
    portal.clock.pass(1);
    await system(portal, portal.firm, secret).people.list();
    assert.equal(await used(), '2026-03-03T15:01:00.000Z');
  });

  it('is worth nothing at another firm', async () => {
    const portal = await createTestPortal({ database });
    const other = await portal.addFirm('seaside');
    const { secret } = await portal.firm.admin.firm.keys.create({ name: 'P', scopes: ['people'] });
    await assert.rejects(system(portal, other, secret).people.list(), failsWith('auth.required'));
    await system(portal, portal.firm, secret).people.list();
  });

  it('is for admins', async () => {
    const portal = await createTestPortal({ database });
    const attorney = await portal.firm.addStaff();
    const { id } = await portal.firm.admin.firm.keys.create({ name: 'P', scopes: ['people'] });
    await assert.rejects(attorney.firm.keys.list(), failsWith('forbidden'));
    await assert.rejects(
      attorney.firm.keys.create({ name: 'Q', scopes: ['people'] }),
      failsWith('forbidden'),
    );
    await assert.rejects(attorney.firm.keys.revoke({ id }), failsWith('forbidden'));
  });

  it('gives a secret once: the same request again is a conflict, and makes no second key', async () => {
    const portal = await createTestPortal({ database });
    const { keys } = portal.firm.admin.firm;
    const key = { name: 'P', scopes: ['people' as const] };
    await keys.create(key, { idempotencyKey: 'again' });
    await assert.rejects(keys.create(key, { idempotencyKey: 'again' }), failsWith('conflict'));
    assert.equal((await keys.list()).items.length, 1);
  });
});
