import type { Generated } from 'kysely';
import type { Scope as KeyScope } from '@casefront/core/contract';
import type { ticked } from '@casefront/core/contract/checklist';
import type { NoticeChannel, NoticeKind } from '@casefront/core/contract/profile';
import type { Json } from '../json.ts';
import type { Flag, InstantText } from './columns.ts';

/** A kind of news by a channel: `message:email`. */
export type Quiet = `${NoticeKind}:${NoticeChannel}`;
/** `all`: the whole list is put away. */
export type Ticked = (typeof ticked)[number] | 'all';

/** Clients, contacts and staff. */
export interface PersonTable {
  firm_id: string;
  id: string;
  kind: 'client' | 'staff';
  role: 'admin' | 'attorney' | 'staff' | null;
  name: string;
  title: string | null;
  email: string;
  /** What addresses are compared by: NFKC, lower case. Unique in the firm. */
  email_norm: string;
  phone: string | null;
  locale: string;
  time_zone: string;
  photo_url: string | null;
  access: Generated<'none' | 'invited' | 'active' | 'disabled'>;
  /** Minutes without an act until they are signed out, their own choice; null for the firm's. */
  idle_minutes: number | null;
  /** Postal address, several lines. */
  address: string | null;
  /** Notices that they do not want. */
  quiet: Generated<Json<Quiet[]>>;
  /** First steps that they have ticked themselves. */
  checklist: Generated<Json<Ticked[]>>;
  external_id: string | null;
  /** When they showed that the mailbox is theirs; null while nobody but the firm says so. */
  email_proved_at: InstantText | null;
  /** Raised with every change that this person can see: the ETag of all they read. */
  version: Generated<number>;
  created_at: InstantText;
}

export interface CredentialTable {
  firm_id: string;
  person_id: string;
  /** argon2id, PHC string */
  password_hash: string;
  /** 1: it is good only beside a second factor. */
  short: Generated<0 | 1>;
  changed_at: InstantText;
}

export type AuthMethod = 'password' | 'invitation' | 'reset' | 'passkey' | 'totp' | 'recovery-code' | 'host';
export type SessionStage = 'complete' | 'second-factor' | 'enrol';

export interface SessionTable {
  firm_id: string;
  /** SHA-256 of the cookie's token, hex; the token itself is nowhere. */
  token_hash: string;
  /** `ses_…`: names the session to its person, opens nothing. */
  id: string;
  person_id: string;
  /** How the person showed who they are. */
  method: AuthMethod;
  /** Until it is complete, the session is good for completing it and nothing else. */
  stage: SessionStage;
  created_at: InstantText;
  last_seen_at: InstantText;
  /** When the person last proved who they are; what asks for a fresh proof goes by this. */
  proved_at: InstantText;
  /** Whether two factors were shown. */
  two_factors: Generated<Flag>;
  /** When it ends whatever happens. */
  expires_at: InstantText;
  device: string | null;
}

/** Tokens of the host that were exchanged for a session. */
export interface HostTokenTable {
  firm_id: string;
  /** SHA-256 of what makes the token the one it is, hex. */
  token_hash: string;
  /** From then on it is refused for its age. */
  good_until: InstantText;
}

export interface ApiKeyTable {
  firm_id: string;
  id: string;
  name: string;
  key_hash: string;
  scopes: Json<KeyScope[]>;
  created_by: string | null;
  created_at: InstantText;
  revoked_at: InstantText | null;
  last_used_at: InstantText | null;
}
