import type { Generated } from 'kysely';
import type { Json } from '../json.ts';
import type { InstantText } from './columns.ts';

/** Authenticator apps: the one that counts, and maybe one that is being set up. */
export interface TotpTable {
  firm_id: string;
  person_id: string;
  state: 'begun' | 'confirmed';
  /** Sealed, see `access/seal.ts`. */
  secret: string;
  /** The time step of the last code that was taken: no code is taken twice. */
  last_step: Generated<number>;
  /** When it was begun, or since when it counts. */
  at: InstantText;
}

export interface PasskeyTable {
  firm_id: string;
  id: string;
  person_id: string;
  /** What authenticators know it by, base64url. */
  credential_id: string;
  /** COSE, base64url. */
  public_key: string;
  /** How often the authenticator says it was used; 0 when it does not count. */
  counter: number;
  transports: Json<string[]>;
  name: string;
  created_at: InstantText;
  last_used_at: InstantText | null;
}

export interface RecoveryCodeTable {
  firm_id: string;
  person_id: string;
  /** SHA-256, hex. */
  code_hash: string;
  used_at: InstantText | null;
}

/** What an authenticator is asked to sign. Good once, for five minutes. */
export interface ChallengeTable {
  firm_id: string;
  /** SHA-256 of the challenge, hex. */
  hash: string;
  purpose: 'add' | 'confirm' | 'sign-in';
  /** The session that asked; null for signing in. */
  session_id: string | null;
  expires_at: InstantText;
}
