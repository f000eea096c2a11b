import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { sweep } from '../jobs/sweep.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

const person = { name: 'Ana Silva', email: 'ana@people.example' };

forEachDatabase((_, database) => {
  it('gives the same request under the same key the same answer, and has one effect', async () => {
    const portal = await createTestPortal({ database });
    const { people } = portal.firm.admin.firm;
    const first = await people.create(person, { idempotencyKey: 'one' });
    assert.deepEqual(await people.create(person, { idempotencyKey: 'one' }), first);
    assert.equal((await people.list({ kind: 'client' })).items.length, 1);
  });

  it('has one effect when they come at the same moment', async () => {
    const portal = await createTestPortal({ database });
    const { people } = portal.firm.admin.firm;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => people.create(person, { idempotencyKey: 'one' })),
    );
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    assert.equal((await people.list({ kind: 'client' })).items.length, 1);
  });

  it('refuses another request under the key', async () => {
    const portal = await createTestPortal({ database });
    const { people } = portal.firm.admin.firm;
    const { id } = await people.create(person, { idempotencyKey: 'one' });
    const other = people.create({ ...person, email: 'other@people.example' }, { idempotencyKey: 'one' });
    await assert.rejects(other, failsWith('idempotency.reused'));
    await assert.rejects(
      people.update({ id, name: 'Ana' }, { idempotencyKey: 'one' }),
      failsWith('idempotency.reused'),
    );
  });

  it('has another effect under another key, and for another person', async () => {
    const portal = await createTestPortal({ database });
    const attorney = await portal.firm.addStaff();
    const { people } = portal.firm.admin.firm;
    const one = await people.create(person, { idempotencyKey: 'one' });
    const two = await people.create({ ...person, email: 'b@x.example' }, { idempotencyKey: 'two' });
    const theirs = await attorney.firm.people.create(
      { ...person, email: 'c@x.example' },
      { idempotencyKey: 'one' },
    );
    assert.equal(new Set([one.id, two.id, theirs.id]).size, 3);
  });

  it('forgets a request that failed, so that it can be tried again', async () => {
    const portal = await createTestPortal({ database });
    const { people } = portal.firm.admin.firm;
    const { id } = await people.create(person);
    const again = () => people.create({ ...person, name: 'Bo' }, { idempotencyKey: 'one' });
    await assert.rejects(again(), failsWith('conflict'));
    await people.update({ id, email: 'free@people.example' });
    assert.equal((await again()).name, 'Bo');
  });

  it('takes only keys that fit into a header', async () => {
    const portal = await createTestPortal({ database });
    const response = await portal.firm.admin.fetch('/v1/firm/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1', 'idempotency-key': 'x'.repeat(129) },
      body: JSON.stringify(person),
    });
    assert.equal(response.status, 400);
    const { issues } = (await response.json()) as { issues: { path: string[] }[] };
    assert.deepEqual(issues[0]?.path, ['idempotency-key']);
  });

  it('forgets what it answered after two days, yet does nothing twice for a month', async () => {
    const portal = await createTestPortal({ database });
    const { people } = portal.firm.admin.firm;
    const add = () => people.create(person, { idempotencyKey: 'one' });
    const first = await add();
    const rest = async (days: number) => {
      portal.clock.pass(days * 86_400);
      await sweep(portal.database);
      await portal.firm.signIn(portal.firm.admin).then(({ cookie }) => (portal.firm.admin.cookie = cookie));
    };
    await rest(1);
    assert.deepEqual(await add(), first);
    await rest(1.5);
    await assert.rejects(add(), failsWith('conflict'));
    const [kept] = await portal.database.kysely
      .selectFrom('idempotency')
      .where('key', '=', 'one')
      .select(['status', 'body'])
      .execute();
    assert.deepEqual([kept?.status, kept?.body], [200, null]);
    await rest(29);
    const left = await portal.database.kysely
      .selectFrom('idempotency')
      .where('key', '=', 'one')
      .selectAll()
      .execute();
    assert.deepEqual(left, []);
  });

  it('is not asked of anybody', async () => {
    const portal = await createTestPortal({ database });
    const response = await portal.firm.admin.fetch('/v1/firm/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1' },
      body: JSON.stringify(person),
    });
    assert.equal(response.status, 200);
  });
});
