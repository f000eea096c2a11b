import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestPortal } from '../testing/index.ts';

const json = { 'content-type': 'application/json', 'x-portal': '1' };

it('takes a key that all objects have for the unknown one that it is', async () => {
  const portal = await createTestPortal();
  for (const key of ['__proto__', 'constructor', 'toString']) {
    const body = `{"email":"nobody@people.example","password":"x","${key}":{"isAdmin":true}}`;
    const visitor = portal.firm.visitor();
    const refused = await visitor.fetch('/v1/session', { method: 'POST', headers: json, body });
    const { code, issues } = (await refused.json()) as { code: string; issues: { path: string[] }[] };
    assert.equal(code, 'request.invalid', key);
    assert.deepEqual(issues[0]?.path, [key]);
  }
  assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined);
});

it('takes it for that in an address too', async () => {
  const portal = await createTestPortal();
  const ana = await portal.firm.addClient();
  for (const key of ['__proto__', 'constructor', '__proto__[isAdmin]'])
    assert.equal((await ana.fetch(`/v1/cases?${encodeURIComponent(key)}=1`)).status, 400, key);
  assert.equal((await ana.fetch('/v1/cases?limit=1')).status, 200);
});

it('takes a password of 128 characters, and none that is longer', async () => {
  const portal = await createTestPortal();
  const attempt = async (length: number) => {
    const body = JSON.stringify({ email: 'nobody@people.example', password: 'x'.repeat(length) });
    const visitor = portal.firm.visitor();
    const answer = await visitor.fetch('/v1/session', { method: 'POST', headers: json, body });
    return ((await answer.json()) as { code: string }).code;
  };
  assert.equal(await attempt(128), 'auth.failed');
  assert.equal(await attempt(129), 'request.invalid');
});
