import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appUri, codeAt, newAppSecret, spelled, stepOf } from './one-time-code.ts';

const secret = new TextEncoder().encode('12345678901234567890');

describe('one-time codes', () => {
  it('are those of RFC 6238, appendix B', () => {
    const shown = (seconds: number) => codeAt(secret, new Date(seconds * 1000));
    assert.equal(shown(59), '287082');
    assert.equal(shown(1_111_111_109), '081804');
    assert.equal(shown(2_000_000_000), '279037');
  });

  it('are good one step before and after their own, and no further', () => {
    const now = new Date('2026-03-03T15:00:10.000Z');
    const at = (steps: number) => codeAt(secret, new Date(now.getTime() + steps * 30_000));
    const step = Math.floor(now.getTime() / 30_000);
    for (const off of [-1, 0, 1]) assert.equal(stepOf(at(off), secret, now), step + off);
    for (const off of [-3, -2, 2, 3]) assert.equal(stepOf(at(off), secret, now), undefined);
  });

  it('come from 160 random bits', () => {
    const [one, two] = [newAppSecret(), newAppSecret()];
    assert.equal(one.length, 20);
    assert.notDeepEqual(one, two);
    assert.match(spelled(one), /^[A-Z2-7]{32}$/);
  });

  it('are set up by an address that names the firm, whatever it is called', () => {
    const uri = new URL(appUri(secret, 'Smith: Law & Co', 'ana@people.example'));
    assert.equal(uri.protocol, 'otpauth:');
    assert.equal(decodeURIComponent(uri.pathname), '/Smith  Law & Co:ana@people.example');
    assert.equal(uri.searchParams.get('issuer'), 'Smith  Law & Co');
    assert.equal(uri.searchParams.get('secret'), spelled(secret));
  });
});
