import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { request } from '../testing/request.ts';
import { clientIp, network } from './client-ip.ts';

const ip = (forwarded: string | undefined, proxies: number) =>
  clientIp(request('GET', '/', { 'x-forwarded-for': forwarded }), proxies);

describe('G17: the address of the caller', () => {
  it('is the peer when no proxy is trusted, whatever is forwarded', () => {
    assert.equal(ip('1.1.1.1', 0), '192.0.2.1');
    assert.equal(ip(undefined, 0), '192.0.2.1');
  });

  it('is what the trusted proxy saw, not what the caller made up', () => {
    assert.equal(ip('198.51.100.7', 1), '198.51.100.7');
    assert.equal(ip('1.1.1.1, 2.2.2.2, 198.51.100.7', 1), '198.51.100.7');
    assert.equal(ip('1.1.1.1, 198.51.100.7, 10.0.0.1', 2), '198.51.100.7');
  });

  it('stays the same for 10,000 forged headers', () => {
    const seen = new Set(
      Array.from({ length: 10_000 }, (_, index) => ip(`10.${index >> 8}.${index & 255}.1, 198.51.100.7`, 1)),
    );
    assert.deepEqual([...seen], ['198.51.100.7']);
  });

  it('is the peer when the header is missing, short or nonsense', () => {
    assert.equal(ip(undefined, 2), '192.0.2.1');
    assert.equal(ip('unknown', 1), '192.0.2.1');
    assert.equal(ip('"><script>', 1), '192.0.2.1');
  });
});

describe('the network of an address', () => {
  for (const [address, expected] of [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
  ] as const) {
    it(`of ${address || 'nobody'} is ${expected}`, () => assert.equal(network(address), expected));
  }
});
