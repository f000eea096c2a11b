import type { FirmInvitation } from '@casefront/core/contract/firm/people';
import type { FirmContext } from '../../context.ts';
import { notFound, problem } from '../../http/problem.ts';
import { journalActor } from '../../journal/index.ts';
import { invite } from '../invite.ts';

/**
 * Gives a person access, or a way back in. Colleagues are invited by admins only.
 *
 * @throws `not-found`; `forbidden`; `conflict` when the firm has shut the person's access.
 */
export function invitePerson(
  { firm, actor, transaction, services }: FirmContext,
  id: string,
): Promise<FirmInvitation> {
  return transaction(async (tx) => {
    const person = await tx
      .selectFrom('people')
      .where('firm_id', '=', firm.id)
      .where('id', '=', id)
      .select('kind')
      .executeTakeFirst();
    if (!person) notFound();
    if (person.kind === 'staff' && !(actor.kind === 'staff' && actor.role === 'admin'))
      throw problem('forbidden');
    const invited = await invite(tx, services.secret, {
      firmId: firm.id,
      personId: id,
      actor: journalActor(actor),
    });
    if (!invited) throw problem('conflict');
    return invited;
  });
}
