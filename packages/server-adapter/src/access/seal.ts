/**
 * What has to be read again and must not be in the database in the clear, for the day when somebody takes a copy of it:
 * AES-256-GCM under a key that is derived from the server's secret (HKDF, RFC 5869), one for each purpose.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** The server's. */
  readonly secret: Uint8Array;
  readonly purpose: 'totp';
  /** Whose it is: a sealed text that was moved to another row does not open there. */
  readonly owner: readonly string[];
}

const algorithm = 'aes-256-gcm';
/** Says how it was made, should that ever change. */
const version = 'v1.';
/** NIST SP 800-38D, 8.2.2: random ones of 96 bits are good for 2³² texts under one key. */
const nonceBytes = 12;
const tagBytes = 16;

export function seal(plain: Uint8Array, by: Seal): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(by), nonce).setAAD(context(by));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return version + Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** @throws when it was sealed under another secret or for another owner, or was changed. */
export function unseal(text: string, by: Seal): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text.slice(version.length), 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, keyOf(by), nonce, { authTagLength: tagBytes })
    .setAAD(context(by))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Uint8Array.from(
    Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]),
  );
}

const keyOf = ({ secret, purpose }: Seal) =>
  Buffer.from(hkdfSync('sha256', secret, '', `casefront ${purpose}`, 32));

const context = ({ purpose, owner }: Seal) => Buffer.from(JSON.stringify([purpose, ...owner]));
