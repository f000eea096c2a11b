import type { FirmInvitation } from '@casefront/core/contract/firm/people';
import type { FirmContext } from '../../context.ts';
import { notFound, problem } from '../../http/problem.ts';
import { journalActor } from '../../journal/index.ts';
import { requireToLetIn } from '../../people/answer-for.ts';
import { invite, type Invited } from '../invite.ts';

/**
 * Gives a person access, or a way back in. Colleagues are invited by admins only, clients by who answers for them.
 *
 * @throws `not-found`; `forbidden`; `conflict` when the person's access is disabled.
 */
export function invitePerson(ctx: FirmContext, personId: string): Promise<FirmInvitation> {
  const { firm, actor, backend, transaction, services } = ctx;
  return transaction(async (tx) => {
    const { kind } = (await backend.people.lock(personId)) ?? notFound();
    await requireToLetIn(ctx, { id: personId, kind });
    const by = journalActor(actor);
    const invited = await invite(tx, services.secret, { firmId: firm.id, personId, actor: by });
    if (!invited) throw problem('conflict');
    return toFirmInvitation(invited);
  });
}

/** Field by field: the token that comes with them never leaves by HTTP. */
export const toFirmInvitation = (invited: Invited): FirmInvitation => {
  const { id, personId, email, createdAt, expiresAt } = invited;
  return { id, personId, email, createdAt, expiresAt };
};
