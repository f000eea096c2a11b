import { append, type JournalActor } from '../journal/index.ts';
import type { LinkOwner } from '../links/end.ts';
import { makeLink } from '../links/make.ts';
import type { Tx } from '../sql/database.ts';

/**
 * Sends somebody who has access a link to set a new password; the mail is made from the journal entry. The password
 * that they have stays until then. False when they have no access.
 */
export async function sendReset(
  tx: Tx,
  secret: Uint8Array,
  { firmId, personId, actor }: LinkOwner & { readonly actor: JournalActor },
): Promise<boolean> {
  const person = await tx
    .selectFrom('people')
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where('access', '=', 'active')
    .select('email')
    .executeTakeFirst();
  if (!person) return false;
  const { email } = person;
  const sentBy = actor.type === 'person' ? actor.id : null;
  const { id } = await makeLink(tx, secret, { firmId, personId, purpose: 'reset', email, sentBy });
  await append(tx, {
    firmId,
    actor,
    verb: 'reset.sent',
    subject: { type: 'person', id: personId },
    data: { linkIds: [id] },
  });
  return true;
}
