/** Signing in with a check of passwords that does what the test says while it runs. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { scopeOf } from '../access/actor.ts';
import type { Passwords } from '../access/passwords.ts';
import { sqlBackend } from '../backend.ts';
import type { Context } from '../context.ts';
import { firmById } from '../firm/find.ts';
import { problem } from '../http/problem.ts';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase, type Open } from '../testing/databases.ts';
import { createTestPortal } from '../testing/index.ts';
import { signIn } from './sign-in.ts';

const password = 'four green herons by the lake';

async function begin(open: Open) {
  const portal = await createTestPortal({ database: open });
  const ana = await portal.firm.addClient('Ana Silva');
  await acceptInvitation(portal, ana, password);
  const { database, clock } = portal;
  const firm = (await firmById(database.kysely, portal.firm.id))!;
  const actor = { kind: 'nobody' } as const;
  const door = { db: database.kysely, scope: scopeOf(firm.id, actor), clock };
  const request = { id: 'r', ip: '192.0.2.1', userAgent: undefined, token: undefined, handToken: () => {} };

  const attempt = (verify: Passwords['verify'], email = ana.email) => {
    const passwords = { verify, hash: async () => 'new', isOutdated: () => false };
    const services = {
      secret: new Uint8Array(32),
      secrets: [new Uint8Array(32)] as const,
      passwords,
      providers: [],
      allowedOrigins: () => [],
      forgetFirms() {},
    };
    const transaction: Context['transaction'] = (work) => database.transaction(work);
    const backend = sqlBackend(door);
    return signIn({ ...door, backend, firm, actor, transaction, request, services }, { email, password });
  };
  const count = async (table: 'sessions' | 'journal') =>
    (await database.kysely.selectFrom(table).select('firm_id').execute()).length;
  return { portal, ana, attempt, count };
}

const failsWith = (code: string) => (error: { code?: string }) => {
  assert.equal(error.code, code);
  return true;
};

forEachDatabase((_, open) => {
  it('opens no session for somebody whose access ends while their password is checked', async () => {
    const { portal, ana, attempt, count } = await begin(open);
    await attempt(async () => true);
    const before = await count('sessions');
    const disabled = attempt(async () => {
      await portal.database.transaction((tx) =>
        tx.updateTable('people').set({ access: 'disabled' }).where('id', '=', ana.id).execute(),
      );
      return true;
    });
    await assert.rejects(disabled, failsWith('auth.failed'));
    assert.equal(await count('sessions'), before);
  });

  it('takes no try away when the server is too busy to look at the password', async () => {
    const { attempt } = await begin(open);
    for (let count = 0; count < 12; count++) {
      const busy = attempt(async () => {
        throw problem('server.busy', { retryAfter: 2 });
      });
      await assert.rejects(busy, failsWith('server.busy'));
    }
    for (let count = 0; count < 10; count++)
      await assert.rejects(
        attempt(async () => false),
        failsWith('auth.failed'),
      );
    await assert.rejects(
      attempt(async () => true),
      failsWith('rate.limited'),
    );
  });

  it('writes down what is tried at a person, and nothing of addresses that are made up', async () => {
    const { attempt, count } = await begin(open);
    const before = await count('journal');
    for (let index = 0; index < 5; index++) {
      const unknown = attempt(async () => false, `nobody.${index}@people.example`);
      await assert.rejects(unknown, failsWith('auth.failed'));
    }
    assert.equal(await count('journal'), before);
    await assert.rejects(
      attempt(async () => false),
      failsWith('auth.failed'),
    );
    assert.equal(await count('journal'), before + 1);
  });
});
