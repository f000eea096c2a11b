/**
 * Signed heads: what the last entry of a firm's journal was at a time. Kept where whoever can write to the database
 * cannot, they show a chain that was rewritten whole, or cut and made to fit.
 */
import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Anchor } from './verify.ts';

/** A head with the firm, the time and the signature. All of it may be published: it tells nothing but a count. */
export interface SignedHead extends Anchor {
  readonly firm: string;
  readonly at: string;
  /** Ed25519 over `"lp-audit-head-v1" ‖ canonical JSON of the rest`, as UTF-8; base64url. */
  readonly signature: string;
}

/** Where heads go: a file, a bucket with object lock, a colleague's mailbox. Never the portal's own database. */
export interface JournalSink {
  /** Resolves once it is kept. One that was kept may come once more. */
  write(head: SignedHead): Promise<void>;
}

/** The beginning of an Ed25519 private key as PKCS #8 (RFC 8410, 10.3); its 32 bytes follow. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that heads are signed with, the same on every node: derived from the server's secret (RFC 5869). */
export function headKey(secret: Uint8Array): KeyObject {
  const seed = hkdfSync('sha256', secret, '', 'lp-audit-head-v1', 32);
  return createPrivateKey({ key: Buffer.concat([pkcs8, Buffer.from(seed)]), format: 'der', type: 'pkcs8' });
}

/** Its public part, for whoever checks heads without the secret. */
export const publicHeadKey = (secret: Uint8Array): KeyObject => createPublicKey(headKey(secret));

export function signHead(key: KeyObject, head: Omit<SignedHead, 'signature'>): SignedHead {
  return { ...head, signature: sign(null, signed(head), key).toString('base64url') };
}

export const isSigned = (publicKey: KeyObject, head: SignedHead): boolean =>
  verify(null, signed(head), publicKey, Buffer.from(head.signature, 'base64url'));

const signed = ({ firm, seq, hash, at }: Omit<SignedHead, 'signature'>) =>
  Buffer.from(`lp-audit-head-v1${canonicalJson({ firm, seq, hash, at })}`);
