import assert from 'node:assert/strict';
import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { hostTokens, signHostToken, type HostKey } from './host-tokens.ts';

const origin = 'https://www.smithlaw.com';
const secret = randomBytes(32);
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const pem = (key: typeof ec.publicKey) => key.export({ format: 'pem', type: 'spki' }) as string;

const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);
const asked = { origin, now };
const good = { sub: 'client-7', aud: origin, jti: 'one', iat: seconds, exp: seconds + 60 };

const sign = (claims: JWTPayload, key: Parameters<SignJWT['sign']>[0] = secret, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
const identify = async (token: string | Promise<string>, key: HostKey = secret) =>
  hostTokens({ key }).identify(await token, asked);

describe('tokens of the host', () => {
  it('say who it is', async () => {
    const holder = await identify(sign(good));
    assert.deepEqual(holder?.person, { subject: 'client-7' });
    assert.equal(holder.multiFactor, false);
    assert.ok(holder.goodUntil.getTime() > (seconds + 60) * 1000);
  });

  it('say whether a second factor was shown (RFC 8176)', async () => {
    const factors = async (amr: unknown) => (await identify(sign({ ...good, amr })))?.multiFactor;
    assert.equal(await factors(['pwd', 'otp', 'mfa']), true);
    assert.equal(await factors(['pwd', 'otp']), false);
    assert.equal(await factors('mfa'), false);
  });

  for (const [name, privateKey, publicKey] of [
    ['a shared secret', secret, secret],
    ['P-256', ec.privateKey, ec.publicKey],
    ['Ed25519', ed.privateKey, ed.publicKey],
    ['P-256 as PEM', ec.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, pem(ec.publicKey)],
  ] as const) {
    it(`are made by signHostToken with ${name}`, async () => {
      const token = { audience: origin, subject: 'client-7' };
      const made = await identify(signHostToken({ ...token, key: privateKey, multiFactor: true }), publicKey);
      assert.deepEqual(made?.person, { subject: 'client-7' });
      assert.equal(made.multiFactor, true);
      const again = await identify(signHostToken({ ...token, key: privateKey }), publicKey);
      assert.notEqual(again?.tokenId, made.tokenId);
      assert.equal(again?.multiFactor, false);
    });
  }

  const without = (claim: keyof typeof good): JWTPayload => {
    const { [claim]: _, ...rest } = good;
    return rest;
  };
  const bad: Record<string, JWTPayload> = {
    'are for another firm': { ...good, aud: 'https://www.otherlaw.com' },
    'are for the page instead of its origin': { ...good, aud: `${origin}/` },
    'are for others too': { ...good, aud: [origin, 'https://shop.smithlaw.com'] },
    'are for nobody': without('aud'),
    'have expired': { ...good, iat: seconds - 120, exp: seconds - 60 },
    'are good for longer than five minutes': { ...good, exp: seconds + 301 },
    'were made more than five minutes ago': { ...good, iat: seconds - 400, exp: seconds + 1 },
    'are from the future': { ...good, iat: seconds + 120, exp: seconds + 180 },
    'are not good yet': { ...good, nbf: seconds + 120 },
    'do not end': without('exp'),
    'were made at no time': without('iat'),
    'have no id': without('jti'),
    'have an empty id': { ...good, jti: '' },
    'name nobody': without('sub'),
    'name nobody with no letters': { ...good, sub: '' },
    'name somebody by a number': { ...good, sub: 7 as unknown as string },
    'have a time that is none': { ...good, exp: '9999999999' as unknown as number },
  };
  for (const [what, claims] of Object.entries(bad))
    it(`are refused when they ${what}`, async () => assert.equal(await identify(sign(claims)), undefined));

  it('are refused without a signature', async () => {
    const unsigned = new UnsecuredJWT(good).encode();
    assert.equal(await identify(unsigned), undefined);
    assert.equal(await identify(unsigned, ed.publicKey), undefined);
    const [header, payload] = (await sign(good)).split('.');
    assert.equal(await identify(`${header}.${payload}.`), undefined);
  });

  it('are refused with the public key as a secret, whatever it is given as', async () => {
    for (const { publicKey } of [ec, ed]) {
      const forged = sign(good, createSecretKey(Buffer.from(pem(publicKey))));
      assert.equal(await identify(forged, publicKey), undefined);
      assert.equal(await identify(forged, pem(publicKey)), undefined);
      assert.equal(await identify(forged, `\n${pem(publicKey)}`), undefined);
    }
  });

  it('are refused under any key but the host’s', async () => {
    assert.equal(await identify(sign(good, randomBytes(32))), undefined);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    assert.equal(await identify(sign(good, other.privateKey, 'ES256'), ec.publicKey), undefined);
    assert.equal(await identify(sign(good, ec.privateKey, 'ES256'), ed.publicKey), undefined);
    assert.equal(await identify(sign(good, randomBytes(64), 'HS512'), secret), undefined);
  });

  it('are refused in any shape but three parts of base64', async () => {
    const token = await sign(good);
    const [header, payload, signature] = token.split('.');
    for (const text of [
      '',
      '.',
      '..',
      '...',
      header!,
      `${header}.${payload}`,
      `${token}.${signature}`,
      `${header} .${payload}.${signature}`,
      token.replace('.', '+'),
      `${header}.${Buffer.from('[]').toString('base64url')}.${signature}`,
      `${Buffer.from('{"alg":null}').toString('base64url')}.${payload}.${signature}`,
      `${Buffer.from('nonsense').toString('base64url')}.${payload}.${signature}`,
      '💼'.repeat(1000),
      '\u0000',
    ])
      assert.equal(await identify(text), undefined, text);
  });

  it('are the same one however the signature is spelt', async () => {
    const token = await sign(good, ec.privateKey, 'ES256');
    const { tokenId } = (await identify(token, ec.publicKey))!;
    for (const twin of [otherS(token), `${token} `]) {
      const holder = await identify(twin, ec.publicKey);
      assert.ok(holder, 'its signature is good too');
      assert.equal(holder.tokenId, tokenId);
    }
  });

  it('have to come from the issuer, where one is asked for', async () => {
    const provider = hostTokens({ key: secret, issuer: 'website' });
    assert.ok(await provider.identify(await sign({ ...good, iss: 'website' }), asked));
    assert.equal(await provider.identify(await sign({ ...good, iss: 'shop' }), asked), undefined);
    assert.equal(await provider.identify(await sign(good), asked), undefined);
  });

  it('need a key that is good for it', () => {
    assert.throws(() => hostTokens({ key: randomBytes(31) }), /at least 32 bytes/);
    assert.throws(() => hostTokens({ key: 'short' }), /at least 32 bytes/);
    assert.throws(() => hostTokens({ key: ed.privateKey }), /public key/);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    assert.throws(() => hostTokens({ key: rsa.publicKey }), /P-256 or Ed25519/);
    const wide = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    assert.throws(() => hostTokens({ key: pem(wide.publicKey) }), /P-256 or Ed25519/);
  });
});

/** The order of P-256: for a signature (r, s), (r, n − s) is good too. */
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function otherS(token: string): string {
  const dot = token.lastIndexOf('.');
  const bytes = Buffer.from(token.slice(dot + 1), 'base64url');
  const s = n - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  bytes.write(s.toString(16).padStart(64, '0'), 32, 'hex');
  return `${token.slice(0, dot)}.${bytes.toString('base64url')}`;
}
