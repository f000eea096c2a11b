import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seal, unseal, type Seal } from './seal.ts';

const by: Seal = { secrets: [new Uint8Array(32).fill(7)], purpose: 'totp', owner: ['firm_1', 'per_1'] };
const plain = new TextEncoder().encode('a secret of twenty b');

describe('seal', () => {
  it('gives back what was sealed', () => {
    assert.deepEqual(unseal(seal(plain, by), by), { plain, outdated: false });
  });

  it('shows nothing of it, and never the same twice', () => {
    const [one, two] = [seal(plain, by), seal(plain, by)];
    assert.notEqual(one, two);
    assert.ok(!Buffer.from(one.slice(3), 'base64url').includes(Buffer.from(plain)));
  });

  it('opens under no other secret, and for nobody else', () => {
    const text = seal(plain, by);
    const others: Seal[] = [
      { ...by, secrets: [new Uint8Array(32).fill(8)] },
      { ...by, owner: ['firm_1', 'per_2'] },
      { ...by, owner: ['firm_2', 'per_1'] },
      { ...by, owner: ['firm_1per_1'] },
    ];
    for (const other of others) assert.equal(unseal(text, other), undefined);
  });

  it('opens under a secret of before, and says that it should be sealed anew', () => {
    const after: Seal = { ...by, secrets: [new Uint8Array(32).fill(8), ...by.secrets] };
    assert.deepEqual(unseal(seal(plain, by), after), { plain, outdated: true });
    assert.deepEqual(unseal(seal(plain, after), after), { plain, outdated: false });
  });

  it('does not open when a single bit of it is another', () => {
    const text = seal(plain, by);
    const bytes = Buffer.from(text.slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      assert.equal(unseal(`v1.${changed.toString('base64url')}`, by), undefined, `byte ${index}`);
    }
    for (const cut of ['', 'v1.', text.slice(0, -4), text.slice(0, 20)])
      assert.equal(unseal(cut, by), undefined);
  });
});
