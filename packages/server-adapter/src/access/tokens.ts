/** Random and derived secrets. What is stored of any of them is its SHA-256; all have 256 bits (ASVS 11.5.1). */
import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes, base64url: 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * What the database keeps of a token, hex. A plain hash is enough: nobody guesses 256 random bits, so there is
 * nothing for a slow one to slow down.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * A token that can be made again from the server's secret instead of being stored. `parts` name its purpose and its
 * row; each is preceded by its length, so no two lists of parts run into the same bytes.
 */
export function deriveToken(secret: Uint8Array, ...parts: readonly string[]): string {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest('base64url');
}
