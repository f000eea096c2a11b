/** G19 with sessions that travel to other sites: partitioned cookies, and tokens in the memory of pages. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const api = 'https://www.harborview.example';
const listed = 'https://www.elsewhere.example';
const password = 'four green herons by the lake';

const origins = [
  undefined,
  api,
  listed,
  'https://evil.example',
  'null',
  'http://www.elsewhere.example',
  'https://www.elsewhere.example:8443',
  'https://www.elsewhere.example.evil.example',
  'https://elsewhere.example',
];
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'];
const types = ['application/json', 'text/plain', undefined];
const credentials = ['cookie', 'token', 'both', 'none'] as const;
const calls = [
  { method: 'GET', path: '/v1/profile' },
  { method: 'PATCH', path: '/v1/profile' },
  { method: 'POST', path: '/v1/session' },
  { method: 'DELETE', path: '/v1/session' },
] as const;

type Cell = {
  origin: string | undefined;
  site: string | undefined;
  type: string | undefined;
  credential: (typeof credentials)[number];
  call: (typeof calls)[number];
};

function* cells(): Generator<Cell> {
  for (const origin of origins)
    for (const site of sites)
      for (const type of types)
        for (const credential of credentials)
          for (const call of calls) yield { origin, site, type, credential, call };
}

async function open() {
  const options = {
    embedding: 'cross-site',
    memoryTokens: true,
    allowedOrigins: { harborview: [listed] },
  } as const;
  const portal = await createTestPortal(options);
  const ana = await portal.firm.addClient('Ana Silva');
  await acceptInvitation(portal, ana, password);
  return { portal, signIn: { email: ana.email, password }, ana: await portal.firm.signIn(ana) };
}

/** Every change leaves an entry. */
const entries = async ({ database }: TestPortal) =>
  (await database.kysely.selectFrom('journal').select('seq').execute()).length;

it('G19: off the list nothing changes and nothing is read, whatever brings the session along', async () => {
  const { portal, signIn, ...people } = await open();
  let { ana } = people;
  let [tried, changes, reads, tokens] = [0, 0, 0, 0];
  for (const cell of cells()) {
    const { origin, site, type, credential, call } = cell;
    const where = JSON.stringify(cell);
    const headers = new Headers({ 'x-portal': '1', 'x-portal-session': 'memory' });
    const set = (name: string, value: string | undefined) => value !== undefined && headers.set(name, value);
    set('origin', origin);
    set('sec-fetch-site', site);
    set('content-type', type);
    if (credential === 'cookie' || credential === 'both') set('cookie', ana.cookie);
    if (credential === 'token' || credential === 'both')
      set('authorization', `Bearer cfs_${ana.cookie!.split('=')[1]}`);

    const input = { GET: undefined, PATCH: { phone: `555 ${tried}` }, POST: signIn, DELETE: {} }[call.method];
    const body = input && JSON.stringify(input);
    const earlier = await entries(portal);
    const request = new Request(new URL(call.path, api), {
      method: call.method,
      headers,
      ...(body && { body }),
    });
    const response = await portal.server.fetch(request, { ip: `192.0.2.${tried++ % 250}` });
    const changed = (await entries(portal)) > earlier;

    const onList = origin === listed || origin === api;
    assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/, where);
    assert.equal(response.headers.get('access-control-allow-origin'), onList ? origin : null, where);
    assert.equal(response.headers.get('access-control-allow-credentials'), onList ? 'true' : null, where);
    if (credential === 'both') assert.ok(!changed && response.status >= 400, where);
    // Without an origin and without a site it is no browser; and a page's own reads have no origin.
    const isPage = origin !== undefined || site !== undefined;
    const mayChange = onList || site === 'same-origin' || !isPage;
    if (!mayChange) assert.ok(!changed, `changed something: ${where}`);
    if (!mayChange) assert.equal(response.headers.get('x-portal-token'), null, where);
    if (changed) changes++;
    // What was changed may have been the session.
    if (changed) ana = await portal.firm.signIn(ana);
    if (onList && response.status === 200) reads++;
    if (response.headers.get('x-portal-token')) tokens++;
  }
  // The control: on the list it works.
  assert.ok(
    tried > 2_000 && changes > 100 && reads > 100 && tokens > 20,
    JSON.stringify({ tried, changes, reads, tokens }),
  );
});

it('G19: a preflight names no origin but those of the list, and no method but those that are there', async () => {
  const { portal } = await open();
  for (const origin of origins) {
    const headers = { 'access-control-request-method': 'DELETE', ...(origin && { origin }) };
    const request = new Request(new URL('/v1/profile', api), { method: 'OPTIONS', headers });
    const response = await portal.server.fetch(request);
    const onList = origin === listed || origin === api;
    assert.equal(response.headers.get('access-control-allow-origin'), onList ? origin : null);
    assert.equal(response.headers.get('access-control-allow-methods'), 'GET, PATCH, HEAD, OPTIONS');
  }
});
