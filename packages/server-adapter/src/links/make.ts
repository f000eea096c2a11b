import { randomBytes } from 'node:crypto';
import { comparableEmail } from '../access/email.ts';
import { hashToken } from '../access/tokens.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../sql/database.ts';
import type { LinkPurpose } from '../sql/schema.ts';
import { endLinks, type LinkOwner } from './end.ts';
import { linkToken } from './token.ts';

const hour = 3600;

/** Seconds that a link is good for. */
const life: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * hour,
  reset: hour / 2,
  'email-old': 24 * hour,
  'email-new': 24 * hour,
};

export interface NewLink extends LinkOwner {
  readonly purpose: LinkPurpose;
  /** The address that it goes to, and that it is bound to. */
  readonly email: string;
  /** The member of the firm who sends it. */
  readonly sentBy?: string | null;
  /** Whether it is also shown to whoever makes it, and not only mailed. */
  readonly shown?: boolean;
}

export interface Link {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** For the command line, which may have no mail to send. Never leaves by HTTP. */
  readonly token: string;
}

/** Makes a link for one person; an earlier one of theirs for the same purpose dies, and nobody else's (C11). */
export async function makeLink(tx: Tx, secret: Uint8Array, link: NewLink): Promise<Link> {
  const { firmId, personId, purpose, email, sentBy = null, shown = false } = link;
  await endLinks(tx, link, [purpose]);
  const source = {
    firm_id: firmId,
    id: newId(purpose === 'invitation' ? 'invitation' : 'link'),
    purpose,
    nonce: randomBytes(16).toString('base64url'),
  };
  const token = linkToken(secret, source);
  const expiresAt = new Date(Date.parse(tx.at) + life[purpose] * 1000).toISOString();
  await tx
    .insertInto('links')
    .values({
      ...source,
      person_id: personId,
      email,
      email_norm: comparableEmail(email),
      token_hash: hashToken(token),
      sent_by: sentBy,
      shown: shown ? 1 : 0,
      created_at: tx.at,
      expires_at: expiresAt,
    })
    .execute();
  return { id: source.id, createdAt: tx.at, expiresAt, token };
}
