import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as argon2id from './argon2id.ts';
import { createPasswords } from './passwords.ts';

describe('argon2id', () => {
  it('writes PHC strings with today’s parameters, and another salt each time', async () => {
    const [one, two] = [await argon2id.hash('a password'), await argon2id.hash('a password')];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    assert.notEqual(one, two);
  });

  it('takes the password and nothing near it', async () => {
    const stored = await argon2id.hash('Kärpät 🦦 x');
    assert.equal(await argon2id.verify('Kärpät 🦦 x', stored), true);
    for (const wrong of ['kärpät 🦦 x', 'Kärpät 🦦 x ', 'Karpat 🦦 x', '', 'Kärpät 🦦 x'.normalize('NFD')])
      assert.equal(await argon2id.verify(wrong, stored), false);
  });

  it('reads strings of other implementations (the reference one, in C)', async () => {
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    assert.equal(await argon2id.verify('password', stored), true);
    assert.ok(argon2id.isOutdated(stored));
    assert.ok(!argon2id.isOutdated(await argon2id.hash('password')));
  });
});

describe('passwords', () => {
  it('lets nobody in whose person does not exist', async () => {
    assert.equal(await createPasswords().verify('anything', undefined), false);
  });

  it('G16: takes as long for a person who does not exist', async () => {
    const passwords = createPasswords();
    const stored = await passwords.hash('four green herons');
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const time = async (who: keyof typeof times, hash: string | undefined) => {
      const started = performance.now();
      await passwords.verify('wrong', hash);
      times[who].push(performance.now() - started);
    };
    for (let pair = 0; pair < 30; pair++) {
      await time('known', stored);
      await time('unknown', undefined);
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!;
    const ratio = median(times.unknown) / median(times.known);
    assert.ok(ratio > 0.8 && ratio < 1.25, `${ratio}`);
  });

  it('computes a few at once, lets some wait in order, and sends the rest away', async () => {
    const passwords = createPasswords({ atOnce: 2, waiting: 3 });
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => passwords.verify('x', undefined)),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 5);
    for (const result of results)
      if (result.status === 'rejected') assert.equal((result.reason as { code: string }).code, 'server.busy');
    assert.equal(await passwords.verify('x', undefined), false);
  });
});
