import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { hashToken } from '../access/tokens.ts';
import { newId } from '../ids.ts';
import { append, type JournalActor } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import type { PersonTable } from '../sql/schema.ts';
import { invitationToken } from './token.ts';

type Access = Selectable<PersonTable>['access'];

/** How long a link is good for. */
const days = 7;

export interface Invitee {
  readonly firmId: string;
  readonly personId: string;
  readonly actor: JournalActor;
}

export interface Invited {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** For the command line, which may have no mail to send. Never leaves by HTTP. */
  readonly token: string;
}

/**
 * Invites a person; the mail is made from the journal entry. Earlier links of theirs die. Somebody who already signs
 * in keeps their password until they use the link: this is also the way back in for who has forgotten it.
 *
 * `undefined` when there is no such person, or their access is disabled.
 */
export async function invite(tx: Tx, secret: Uint8Array, invitee: Invitee): Promise<Invited | undefined> {
  const { firmId, personId, actor } = invitee;
  // First of all, because it locks the person: of two invitations at once, the second sees and ends the first.
  const person = await tx
    .updateTable('people')
    .set((eb) => ({
      access: eb.case().when('access', '=', 'none').then<Access>('invited').else(eb.ref('access')).end(),
    }))
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where('access', '!=', 'disabled')
    .returning(['email', 'email_norm'])
    .executeTakeFirst();
  if (!person) return undefined;
  await endInvitations(tx, firmId, personId);

  const id = newId('invitation');
  const nonce = randomBytes(16).toString('base64url');
  const token = invitationToken(secret, { firm_id: firmId, id, nonce });
  const expiresAt = new Date(Date.parse(tx.at) + days * 86_400_000).toISOString();
  await tx
    .insertInto('invitations')
    .values({
      firm_id: firmId,
      id,
      person_id: personId,
      email_norm: person.email_norm,
      nonce,
      token_hash: hashToken(token),
      invited_by: actor.type === 'person' ? actor.id : null,
      created_at: tx.at,
      expires_at: expiresAt,
    })
    .execute();
  await append(tx, {
    firmId,
    actor,
    verb: 'invitation.created',
    subject: { type: 'invitation', id },
    data: { personIds: [personId] },
  });
  return { id, personId, email: person.email, createdAt: tx.at, expiresAt, token };
}

/** Ends the links of a person that are still open: a newer one takes their place. */
async function endInvitations(tx: Tx, firmId: string, personId: string): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ revoked_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}
