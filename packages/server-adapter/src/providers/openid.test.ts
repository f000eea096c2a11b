import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { startIdentityProvider, type IdentityProvider } from '../testing/identity-provider.ts';
import { openIdProvider } from './openid.ts';

const origin = 'https://www.smithlaw.com';
const asked = () => ({ origin, now: new Date() });

describe('an OpenID provider', () => {
  let there: IdentityProvider;
  before(async () => {
    there = await startIdentityProvider(
      {
        ana: { email: 'Ana@people.example', verified: true, amr: ['pwd', 'otp', 'mfa'] },
        bo: { email: 'bo@people.example', verified: true, amr: ['pwd'] },
        mallory: { email: 'ana@people.example', verified: false },
      },
      ['website', 'shop'],
    );
  });
  after(() => there.close());

  const identify = async (token: string, clientId = 'website') =>
    openIdProvider({ issuer: there.issuer, clientId }).identify(token, asked());

  it('says whose address it is, after the code flow with PKCE', async () => {
    const holder = await identify(await there.signIn('ana'));
    assert.deepEqual(holder?.person, { email: 'Ana@people.example' });
  });

  it('says whether a second factor was shown', async () => {
    assert.equal((await identify(await there.signIn('ana')))?.multiFactor, true);
    assert.equal((await identify(await there.signIn('bo')))?.multiFactor, false);
  });

  it('is not believed about an address that it has not verified', async () => {
    assert.equal(await identify(await there.signIn('mallory')), undefined);
  });

  it('is not believed about a token for another host', async () => {
    const token = await there.signIn('ana', 'shop');
    assert.equal(await identify(token), undefined);
    assert.ok(await identify(token, 'shop'));
  });

  it('is not believed under another name', async () => {
    const issuer = there.issuer.replace('localhost', '127.0.0.1');
    const token = await there.signIn('ana');
    await assert.rejects(
      openIdProvider({ issuer, clientId: 'website' }).identify(token, asked()),
      /another issuer/,
    );
  });

  it('is not believed for longer than five minutes', async () => {
    const token = await there.signIn('ana');
    const provider = openIdProvider({ issuer: there.issuer, clientId: 'website' });
    const later = (seconds: number) => ({ origin, now: new Date(Date.now() + seconds * 1000) });
    assert.ok(await provider.identify(token, later(290)));
    assert.equal(await provider.identify(token, later(400)), undefined);
  });
});

describe('ID tokens', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let issuer: string;
  let jwks: object;
  let failing = false;
  let moved = false;
  let keysAt: string | undefined;
  let fetched = 0;
  const answer: RequestListener = (request, response) => {
    fetched++;
    if (moved && request.url?.startsWith('/.well-known/'))
      return response.writeHead(302, { location: '/elsewhere' }).end();
    const document = request.url === '/keys' ? jwks : { issuer, jwks_uri: keysAt ?? `${issuer}/keys` };
    response.writeHead(failing ? 503 : 200).end(JSON.stringify(document));
  };
  const server = createServer(answer);
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    jwks = { keys: [{ ...(await exportJWK(rsa.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
  });
  after(() => server.close().closeAllConnections());

  const claims = (): JWTPayload => {
    const iat = Math.floor(Date.now() / 1000);
    return {
      iss: issuer,
      aud: 'website',
      sub: '1',
      iat,
      exp: iat + 3600,
      email: 'ana@people.example',
      email_verified: true,
    };
  };
  const sign = (payload: JWTPayload, header: { alg: string; kid?: string } = { alg: 'RS256', kid: 'one' }) =>
    new SignJWT(payload).setProtectedHeader(header).sign(rsa.privateKey);
  const identify = async (token: string | Promise<string>) =>
    openIdProvider({ issuer, clientId: 'website' }).identify(await token, asked());

  it('are taken when all is well', async () => {
    assert.ok(await identify(sign(claims())));
    assert.ok(await identify(sign({ ...claims(), aud: ['website'] })));
    assert.ok(await identify(sign({ ...claims(), aud: ['website', 'shop'], azp: 'website' })));
  });

  const bad: Record<string, (good: JWTPayload) => JWTPayload> = {
    'come from another issuer': (good) => ({ ...good, iss: 'https://accounts.example' }),
    'come from nobody': ({ iss: _, ...good }) => good,
    'are for another client': (good) => ({ ...good, aud: 'shop' }),
    'are for nobody': ({ aud: _, ...good }) => good,
    'are for several, and it is not said which': (good) => ({ ...good, aud: ['website', 'shop'] }),
    'were made for another of several': (good) => ({ ...good, aud: ['website', 'shop'], azp: 'shop' }),
    'were made for another': (good) => ({ ...good, azp: 'shop' }),
    'have expired': (good) => ({ ...good, exp: good.iat! - 60 }),
    'do not end': ({ exp: _, ...good }) => good,
    'were made at no time': ({ iat: _, ...good }) => good,
    'are old, and good for long': (good) => ({ ...good, iat: good.iat! - 400 }),
    'name no address': ({ email: _, ...good }) => good,
    'name an address that is none': (good) => ({ ...good, email: ['ana@people.example'] }),
    'say nothing of whose address it is': ({ email_verified: _, ...good }) => good,
    'say it in other words': (good) => ({ ...good, email_verified: 'true' }),
  };
  for (const [what, change] of Object.entries(bad))
    it(`are refused when they ${what}`, async () =>
      assert.equal(await identify(sign(change(claims()))), undefined));

  it('are refused without a signature, or with one that anybody could make', async () => {
    assert.equal(await identify(new UnsecuredJWT(claims()).encode()), undefined);
    const publicKey = rsa.publicKey.export({ format: 'pem', type: 'spki' });
    const forged = new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(Buffer.from(publicKey));
    assert.equal(await identify(forged), undefined);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const stranger = new SignJWT(claims())
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(other.privateKey);
    assert.equal(await identify(stranger), undefined);
    // The key that comes along in the token is its author's own.
    const jwk = await exportJWK(other.publicKey);
    const embedded = new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', jwk }).sign(other.privateKey);
    assert.equal(await identify(embedded), undefined);
  });

  it('are refused in any other shape', async () => {
    for (const text of ['', '.', '..', 'x.y.z', 'nonsense', '\u0000', `${await sign(claims())}x`])
      assert.equal(await identify(text), undefined, text);
  });

  it('can be changed by nobody', async () => {
    const [header, , signature] = (await sign(claims())).split('.');
    const payload = Buffer.from(JSON.stringify({ ...claims(), email: 'bo@people.example' })).toString(
      'base64url',
    );
    assert.equal(await identify(`${header}.${payload}.${signature}`), undefined);
  });

  it('cost a look at the provider once, not each', async () => {
    const provider = openIdProvider({ issuer, clientId: 'website' });
    fetched = 0;
    for (let count = 0; count < 5; count++) assert.ok(await provider.identify(await sign(claims()), asked()));
    await provider.identify(await sign(claims(), { alg: 'RS256', kid: 'unknown' }), asked());
    assert.equal(fetched, 2);
  });

  it('cannot be judged while the provider is away, and can when it is back', async () => {
    const provider = openIdProvider({ issuer, clientId: 'website' });
    failing = true;
    await assert.rejects(provider.identify(await sign(claims()), asked()), /answers 503/);
    failing = false;
    assert.ok(await provider.identify(await sign(claims()), asked()));
  });

  it('are not checked with keys that the provider sends elsewhere for', async () => {
    const provider = openIdProvider({ issuer, clientId: 'website' });
    moved = true;
    await assert.rejects(provider.identify(await sign(claims()), asked()), /fetch failed/);
    moved = false;
    assert.ok(await provider.identify(await sign(claims()), asked()));
  });

  it('are not checked with keys that the provider has where anybody could exchange them', async () => {
    const provider = openIdProvider({ issuer, clientId: 'website' });
    keysAt = 'http://keys.smithlaw.com/keys';
    await assert.rejects(provider.identify(await sign(claims()), asked()), /come over http/);
    keysAt = undefined;
    assert.ok(await provider.identify(await sign(claims()), asked()));
  });

  it('are checked with keys that nobody could have exchanged on the way', () => {
    assert.throws(() => openIdProvider({ issuer: 'http://login.smithlaw.com', clientId: 'website' }), /http/);
    openIdProvider({ issuer: 'https://login.smithlaw.com', clientId: 'website' });
  });
});
