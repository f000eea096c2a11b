/**
 * What has to be read again and must not be in the database in the clear, for the day when somebody takes a copy of it:
 * AES-256-GCM under a key that is derived from the server's secret (HKDF, RFC 5869), one for each purpose.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** The server's, newest first: the first one seals, and each opens what it has sealed. */
  readonly secrets: readonly [Uint8Array, ...Uint8Array[]];
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
  const cipher = createCipheriv(algorithm, keyOf(by.secrets[0], by), nonce).setAAD(context(by));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return version + Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** What a sealed text holds, and whether it should be sealed again because the secret that it is under is not the newest. */
export interface Unsealed {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly outdated: boolean;
}

/** Undefined when it was sealed under a secret that is not among them, or for another owner, or was changed. */
export function unseal(text: string, by: Seal): Unsealed | undefined {
  for (const secret of by.secrets) {
    const plain = open(text, secret, by);
    if (plain) return { plain, outdated: secret !== by.secrets[0] };
  }
  return undefined;
}

function open(text: string, secret: Uint8Array, by: Seal): Uint8Array<ArrayBuffer> | undefined {
  const bytes = Buffer.from(text.slice(version.length), 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  try {
    const decipher = createDecipheriv(algorithm, keyOf(secret, by), nonce, { authTagLength: tagBytes })
      .setAAD(context(by))
      .setAuthTag(bytes.subarray(-tagBytes));
    return Uint8Array.from(
      Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]),
    );
  } catch {
    return undefined; // the tag does not fit
  }
}

const keyOf = (secret: Uint8Array, { purpose }: Seal) =>
  Buffer.from(hkdfSync('sha256', secret, '', `casefront ${purpose}`, 32));

const context = ({ purpose, owner }: Seal) => Buffer.from(JSON.stringify([purpose, ...owner]));

/** How the secrets of authenticator apps are sealed. */
export const totpSeal = (secrets: Seal['secrets'], firmId: string, personId: string): Seal => ({
  secrets,
  purpose: 'totp',
  owner: [firmId, personId],
});
