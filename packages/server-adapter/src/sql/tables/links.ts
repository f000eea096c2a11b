import type { Generated } from 'kysely';
import type { Flag, InstantText } from './columns.ts';

/** What a link is for. A change of address takes one in the old mailbox and one in the new. */
export type LinkPurpose = 'invitation' | 'reset' | 'email-old' | 'email-new';

/** Links in mails. Each is one person's and one mailbox's, and good once. */
export interface LinkTable {
  firm_id: string;
  /** `inv_…` of an invitation, which the wire knows, `lnk_…` of the others. */
  id: string;
  purpose: LinkPurpose;
  person_id: string;
  /** The address that it is bound to, as it was typed. */
  email: string;
  email_norm: string;
  /** With the server's key this gives the token again when the mail is written; alone it opens nothing. */
  nonce: string;
  token_hash: string;
  /** The member of the firm who sent it; null when it was asked for without one, or by a system. */
  sent_by: string | null;
  /** Whether somebody else than the mailbox has seen it: then who uses it need not have the mailbox. */
  shown: Generated<Flag>;
  created_at: InstantText;
  expires_at: InstantText;
  used_at: InstantText | null;
  revoked_at: InstantText | null;
}

/** Somebody asked for a link, by an address or by the token of a link that has ended. Gone when it is answered. */
export interface LinkRequestTable {
  firm_id: string;
  id: string;
  email_norm: string | null;
  token_hash: string | null;
  created_at: InstantText;
}
