/**
 * This machine, the one place where plain http is as good as https. Also names below `localhost`, which never leave it
 * (RFC 6761, 6.3): with them several origins, and several sites, can be tried without certificates.
 */
export const isLocal = (hostname: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');

/** Whether what is sent there cannot be read on the way. */
export function isSafeAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLocal(hostname));
}
