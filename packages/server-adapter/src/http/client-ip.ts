import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import type { PortalRequest } from './exchange.ts';

/**
 * The address of whoever called (ASVS 15.3.4). Each trusted proxy appends the peer that it saw to `X-Forwarded-For`,
 * so the true one stands as many places from the right as there are proxies; everything further left is hearsay.
 */
export function clientIp(request: PortalRequest, trustedProxies: number): string {
  if (trustedProxies === 0) return request.peer;
  const told = (request.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const address = [...told, request.peer].at(-1 - trustedProxies);
  return address !== undefined && (isIPv4(address) || isIPv6(address)) ? address : request.peer;
}

/**
 * What one subscriber holds: an IPv4 address, or an IPv6 /64, inside which anybody has 2⁶⁴ addresses to rotate through
 * (better-auth CVE-2026-45364). One spelling for each.
 */
export function network(ip: string): string {
  if (isIPv4(ip)) return ip;
  if (!isIPv6(ip)) return 'unknown';
  // SocketAddress writes the one short form (RFC 5952), an IPv4 address inside an IPv6 one in its own way.
  const { address } = new SocketAddress({ address: ip.replace(/%.*$/, ''), family: 'ipv6' });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return mapped ?? `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address in its short form. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
