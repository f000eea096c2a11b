import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seal, unseal, type Seal } from './seal.ts';

const by: Seal = { secret: new Uint8Array(32).fill(7), purpose: 'totp', owner: ['firm_1', 'per_1'] };
const plain = new TextEncoder().encode('a secret of twenty b');

describe('seal', () => {
  it('gives back what was sealed', () => {
    assert.deepEqual(unseal(seal(plain, by), by), plain);
  });

  it('shows nothing of it, and never the same twice', () => {
    const [one, two] = [seal(plain, by), seal(plain, by)];
    assert.notEqual(one, two);
    assert.ok(!Buffer.from(one.slice(3), 'base64url').includes(Buffer.from(plain)));
  });

  it('opens under no other secret, and for nobody else', () => {
    const text = seal(plain, by);
    const others: Seal[] = [
      { ...by, secret: new Uint8Array(32).fill(8) },
      { ...by, owner: ['firm_1', 'per_2'] },
      { ...by, owner: ['firm_2', 'per_1'] },
      { ...by, owner: ['firm_1per_1'] },
    ];
    for (const other of others) assert.throws(() => unseal(text, other));
  });

  it('does not open when a single bit of it is another', () => {
    const text = seal(plain, by);
    const bytes = Buffer.from(text.slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      assert.throws(() => unseal(`v1.${changed.toString('base64url')}`, by), `byte ${index}`);
    }
    for (const cut of ['', 'v1.', text.slice(0, -4), text.slice(0, 20)]) assert.throws(() => unseal(cut, by));
  });
});
