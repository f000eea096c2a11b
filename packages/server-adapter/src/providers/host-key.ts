import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';

/**
 * What a host signs its tokens with, and the portal's server checks them with: a secret of at least 32 bytes that both
 * have, or a pair of keys (P-256 or Ed25519), the private one at the host. Keys of a pair are PEM or key objects.
 */
export type HostKey = string | Uint8Array | KeyObject;

/** A key, and the one algorithm that it is for: what a token says of its algorithm is never believed (RFC 8725, 3.1). */
export interface PinnedKey {
  readonly key: KeyObject;
  readonly algorithm: 'HS256' | 'ES256' | 'EdDSA';
}

/** @throws when the key is too short, or of another kind. */
export function pin(hostKey: HostKey): PinnedKey {
  const key = toObject(hostKey);
  return { key, algorithm: algorithmOf(key) };
}

function toObject(key: HostKey): KeyObject {
  if (typeof key === 'object') return 'byteLength' in key ? createSecretKey(key) : key;
  // Never taken for a secret: everybody may know a public key, and could sign with it then (RFC 8725, 2.1).
  if (!/^\s*-----BEGIN /.test(key)) return createSecretKey(Buffer.from(key));
  return key.includes(' PRIVATE KEY-----') ? createPrivateKey(key) : createPublicKey(key);
}

function algorithmOf({
  type,
  symmetricKeySize = 0,
  asymmetricKeyType,
  asymmetricKeyDetails,
}: KeyObject): PinnedKey['algorithm'] {
  if (type === 'secret') {
    // RFC 7518, 3.2: at least as long as the hash.
    if (symmetricKeySize < 32) throw new Error('The secret of the host needs at least 32 bytes');
    return 'HS256';
  }
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256';
  throw new Error('The key of the host has to be of P-256 or Ed25519');
}
