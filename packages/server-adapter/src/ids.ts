import { randomBytes } from 'node:crypto';
import { idPrefixes } from '@casefront/core/contract/ids';

/** Everything that has an id: what the wire knows, and what stays on the server. */
const prefixes = { ...idPrefixes, mail: 'mail', link: 'lnk' } as const;
export type IdKind = keyof typeof prefixes;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62²² > 2¹³¹, above the 128 bits that make an id unguessable (ASVS 11.5.1). */
const length = 22;
/** The largest multiple of 62 in a byte; bytes from there on are thrown away, or the first letters would come more often. */
const ceiling = 256 - (256 % alphabet.length);

/** A new id: prefix, underscore, 22 characters from the operating system's randomness. Never authority by itself. */
export function newId(kind: IdKind): string {
  let id = `${prefixes[kind]}_`;
  const end = id.length + length;
  while (id.length < end) {
    for (const byte of randomBytes(length + 4)) {
      if (byte < ceiling && id.length < end) id += alphabet[byte % alphabet.length];
    }
  }
  return id;
}
