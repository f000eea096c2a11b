import type { Selectable } from 'kysely';
import { append, type JournalActor } from '../journal/index.ts';
import { makeLink, type Link } from '../links/make.ts';
import type { Tx } from '../sql/database.ts';
import type { PersonTable } from '../sql/schema.ts';

type Access = Selectable<PersonTable>['access'];

export interface Invitee {
  readonly firmId: string;
  readonly personId: string;
  readonly actor: JournalActor;
  /** The member of the firm whom the mail names. Default: the actor, when it is a person. */
  readonly sentBy?: string | null;
  /** Whether the link is also shown to whoever invites, as on the command line. */
  readonly shown?: boolean;
}

export interface Invited extends Link {
  readonly personId: string;
  readonly email: string;
}

/**
 * Invites a person; the mail is made from the journal entry. Earlier links of theirs die. Somebody who already signs
 * in keeps their password until they use the link: this is also the way back in for who has forgotten it.
 *
 * `undefined` when there is no such person, or their access is disabled.
 */
export async function invite(tx: Tx, secret: Uint8Array, invitee: Invitee): Promise<Invited | undefined> {
  const { firmId, personId, actor } = invitee;
  const { sentBy = actor.type === 'person' ? actor.id : null } = invitee;
  // First of all, because it locks the person: of two invitations at once, the second sees and ends the first.
  const person = await tx
    .updateTable('people')
    .set((eb) => ({
      access: eb.case().when('access', '=', 'none').then<Access>('invited').else(eb.ref('access')).end(),
    }))
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where('access', '!=', 'disabled')
    .returning('email')
    .executeTakeFirst();
  if (!person) return undefined;
  const { email } = person;
  const { shown = false } = invitee;
  const link = await makeLink(tx, secret, { firmId, personId, purpose: 'invitation', email, sentBy, shown });
  await append(tx, {
    firmId,
    actor,
    verb: 'invitation.created',
    subject: { type: 'invitation', id: link.id },
    data: { personIds: [personId] },
  });
  return { ...link, personId, email };
}
