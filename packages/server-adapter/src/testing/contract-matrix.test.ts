/** Every endpoint of the contract, as everybody who may not call it, with everything that it may not be given. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { contract, pathParams, problems, walk, type Endpoint } from '@casefront/core/contract';
import { newId, type IdKind } from '../ids.ts';
import { forEachDatabase } from './databases.ts';
import type { TestBrowser } from './index.ts';
import { call, problemOf, type Given } from './matrix/call.ts';
import { callerOf, personOf } from './matrix/caller.ts';
import { examples, type Example } from './matrix/examples.ts';
import { pick, requiredFields, withOther, wrongFields } from './matrix/wrong.ts';
import { createWorld, type IdPrefix, type World } from './matrix/world.ts';

const endpoints = [...walk(contract)];
const kinds: Readonly<Record<IdPrefix, IdKind>> = {
  case: 'case',
  step: 'step',
  thr: 'thread',
  evt: 'event',
  per: 'person',
  key: 'key',
  ses: 'session',
  pky: 'passkey',
};

it('has an example for every endpoint, and none for what is gone', () => {
  assert.deepEqual(Object.keys(examples).sort(), endpoints.map(({ name }) => name).sort());
});

forEachDatabase((_, database) => {
  let world: World;
  before(async () => {
    world = await createWorld(database);
  });

  for (const { name, endpoint } of endpoints) {
    const example = examples[name] ?? {};
    describe(name, () => cells(() => world, endpoint, example));
  }
});

function cells(world: () => World, endpoint: Endpoint, example: Example): void {
  const { method, path, spec } = endpoint;
  const isRead = method === 'GET';
  const shape = spec.input?.shape ?? {};
  const params = pathParams(path);

  const valid = async () => (await example.input?.(world())) ?? {};
  const caller = () => callerOf(world(), endpoint, example);
  const bySystem = (key: string): Pick<TestBrowser, 'fetch'> => {
    const visitor = world().firm.visitor();
    return {
      fetch: (target, init) => {
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${key}`);
        return visitor.fetch(target, { ...init, headers });
      },
    };
  };

  it('answers whom it is for, as the contract says', async () => {
    const given = await call(await caller(), endpoint, await valid());
    assert.equal(given.status, spec.result ? 200 : 204, given.text);
    if (spec.result) assert.deepEqual(spec.result.parse(JSON.parse(given.text)), JSON.parse(given.text));
    assertHeaders(given);
  });

  if (spec.audience !== 'public') {
    it('asks for a session', async () => {
      const input = await valid();
      refused(await call(world().firm.visitor(), endpoint, input), 'auth.required');
      const stale = world().firm.visitor();
      for (const cookie of [`__Host-lp_session=${'x'.repeat(43)}`, world().stranger.client.cookie]) {
        stale.cookie = cookie;
        refused(await call(stale, endpoint, input), 'auth.expired');
      }
    });
  }

  if (spec.audience !== 'public') {
    it('is closed to who has not finished signing in, unless it says otherwise', async () => {
      const { firm } = world();
      const input = await valid();
      for (const stage of ['second-factor', 'enrol'] as const) {
        const browser = await firm.signIn(personOf(world(), endpoint, example), { stage });
        const given = await call(browser, endpoint, input);
        if (spec.incomplete === true || spec.incomplete === stage)
          assert.notEqual(problemCode(given), 'auth.incomplete', given.text);
        else refused(given, 'auth.incomplete');
      }
    });
  }

  if (spec.stepUp) {
    it('asks for a proof that is not older than ten minutes', async () => {
      const { firm, portal } = world();
      const input = await valid();
      const provedAt = new Date(portal.clock().getTime() - 600_001).toISOString();
      const browser = await firm.signIn(personOf(world(), endpoint, example), { provedAt });
      refused(await call(browser, endpoint, input), 'auth.step-up');
      await browser.portal.session.end();
    });
  }

  if (spec.audience === 'client' || spec.audience === 'firm') {
    it('is not for the other side', async () => {
      const { client, staff } = world();
      const input = await valid();
      refused(await call(spec.audience === 'client' ? staff : client, endpoint, input), 'forbidden');
    });
  }

  if (spec.audience !== 'public') {
    it(spec.scope ? 'is for systems with its scope only' : 'is not for systems', async () => {
      const { admin, key } = world();
      const input = await valid();
      if (!spec.scope) return refused(await call(bySystem(key), endpoint, input), 'forbidden');
      const others = (['people', 'cases', 'messages', 'events', 'shares'] as const).filter(
        (scope) => scope !== spec.scope,
      );
      const { secret } = await admin.firm.keys.create({ name: 'Not this', scopes: others });
      refused(await call(bySystem(secret), endpoint, input), 'forbidden');
      const given = await call(bySystem(key), endpoint, input);
      assert.notEqual(problemCode(given), 'forbidden', given.text);
    });
  }

  it('cannot tell what is another’s from what does not exist', async () => {
    const browser = await caller();
    const { neighbour, stranger } = world();
    const input = await valid();
    const missing = new Map<string, Given>();
    for (const [place, other] of withOther(input, (prefix) => newId(kinds[prefix]))) {
      const given = await call(browser, endpoint, other);
      // A filter by what one may not see is a list without anything in it.
      if (isRead && given.status === 200) assert.deepEqual(JSON.parse(given.text), { items: [], next: null });
      else assert.ok([400, 404, 422].includes(given.status), `${place}: ${given.status} ${given.text}`);
      if (params.includes(place)) refused(given, 'not-found');
      missing.set(place, given);
    }
    for (const [place, other] of withOther(input, pick(stranger.ids))) {
      assert.equal(
        (await call(browser, endpoint, other)).bytes,
        missing.get(place)?.bytes,
        `${place} of another firm`,
      );
    }
    // The firm knows all of its people and keys; its cases and what belongs to them are for their teams.
    const { per, key, ...ofCase } = neighbour.ids;
    const hidden = spec.audience === 'firm' ? ofCase : { ...ofCase, per: neighbour.staff.id };
    if (example.as === 'admin') return;
    for (const [place, other] of withOther(input, pick(hidden))) {
      assert.equal(
        (await call(browser, endpoint, other)).bytes,
        missing.get(place)?.bytes,
        `${place} of another client`,
      );
    }
  });

  if (params.length > 0) {
    it('takes a malformed id in the path for a missing one', async () => {
      const browser = await caller();
      const input = await valid();
      const id = Object.fromEntries(params.map((name) => [name, newId('case')]));
      const missing = await call(browser, endpoint, { ...input, ...id });
      for (const wrong of [
        '1',
        'case_1',
        `${newId('case')}x`,
        '%00',
        "1'%20or%201=1",
        '__proto__',
        newId('mail'),
      ]) {
        for (const name of params) {
          const given = await call(browser, endpoint, { ...input, ...id, [name]: wrong });
          assert.equal(given.bytes, missing.bytes, wrong);
        }
      }
    });
  }

  it('refuses what it does not know, and names it', async () => {
    const browser = await caller();
    const input = await valid();
    for (const key of ['firmId', 'firm_id', 'constructor', '__proto__']) {
      // As text: in an object, `__proto__` would not be a key.
      const body = JSON.stringify({ ...withoutParams(input), unknown: 'x' }).replace('"unknown"', `"${key}"`);
      const given = await call(browser, endpoint, input, isRead ? { query: `${key}=x` } : { body });
      refused(given, 'request.invalid', [key]);
    }
  });

  for (const [field, value] of wrongFields(shape, isRead)) {
    it(`refuses a wrong ${field}, and names it`, async () => {
      const given = await call(await caller(), endpoint, { ...(await valid()), [field]: value });
      refused(given, 'request.invalid', [field]);
    });
  }

  for (const field of requiredFields(shape)) {
    it(`misses ${field}, and names it`, async () => {
      const { [field]: _, ...input } = (await valid()) as Record<string, unknown>;
      refused(await call(await caller(), endpoint, input), 'request.invalid', [field]);
    });
  }

  if (isRead) {
    it('refuses a key that is there twice', async () => {
      const given = await call(await caller(), endpoint, await valid(), { query: 'x=1&x=2' });
      refused(given, 'request.invalid', ['x']);
    });
  } else {
    it('takes JSON only, whole and of a bearable size', async () => {
      const browser = await caller();
      const input = await valid();
      const send = (options: Parameters<typeof call>[3]) => call(browser, endpoint, input, options);
      refused(await send({ headers: { 'content-type': undefined } }), 'request.media-type');
      refused(await send({ headers: { 'content-type': 'text/plain' } }), 'request.media-type');
      refused(
        await send({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
        'request.media-type',
      );
      refused(await send({ body: '{"a":' }), 'request.malformed');
      refused(await send({ body: '' }), 'request.malformed');
      refused(await send({ body: '['.repeat(100_000) }), 'request.malformed');
      refused(await send({ body: JSON.stringify('x'.repeat(300_000)) }), 'request.too-large');
      for (const body of ['null', '[]', '"text"', '7']) refused(await send({ body }), 'request.invalid', []);
    });

    it('is not for pages of other origins', async () => {
      const browser = await caller();
      const input = await valid();
      const send = (headers: Record<string, string | undefined>) =>
        call(browser, endpoint, input, { headers });
      const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      const given = await send(foreign);
      refused(given, 'origin.refused');
      assert.equal(given.headers['access-control-allow-origin'], undefined);
      refused(await send({ 'x-portal': undefined }), 'origin.refused');
    });
  }

  it('is not there under another method', async () => {
    const browser = await caller();
    const place = `/v1${path.replace(/:\w+/g, newId('case'))}`;
    const options = await browser.fetch(place, { method: 'OPTIONS' });
    const allowed = options.headers.get('allow')?.split(', ') ?? [];
    assert.ok(allowed.includes(method));
    for (const wrong of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((verb) => !allowed.includes(verb))) {
      const given = await browser.fetch(place, { method: wrong });
      assert.equal(given.status, 405);
      assert.equal(given.headers.get('allow'), allowed.join(', '));
    }
  });

  const withoutParams = (input: object) =>
    Object.fromEntries(Object.entries(input).filter(([key]) => !params.includes(key)));
}

const problemCode = ({ status, text }: Given) =>
  status >= 400 ? (JSON.parse(text) as { code: string }).code : undefined;

function refused(given: Given, code: keyof typeof problems, path?: readonly (string | number)[]): void {
  const problem = problemOf(given);
  assert.equal(problem.code, code, given.text);
  assert.equal(given.status, problems[code].status);
  assert.equal(given.headers['content-type'], 'application/problem+json');
  assert.equal(given.headers['x-request-id'], problem.requestId);
  if (path) {
    const paths = (problem.issues ?? []).map((issue) => issue.path.slice(0, path.length));
    assert.ok(
      paths.some((found) => found.join('.') === path.join('.')),
      given.text,
    );
  }
  assertHeaders(given);
}

function assertHeaders({ headers }: Given): void {
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
  assert.match(headers.vary ?? '', /\bOrigin\b/);
  assert.match(headers['x-request-id'] ?? '', /^[0-9a-f-]{36}$/);
}
