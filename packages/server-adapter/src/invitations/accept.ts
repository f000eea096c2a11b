import type { Session } from '@casefront/core/contract/session';
import type { Context } from '../context.ts';
import { append, lockFirm } from '../journal/index.ts';
import { proveMailbox } from '../links/prove-mailbox.ts';
import { countLook, ended, findLink, useLink } from '../links/use.ts';
import { hashNew, startOver } from '../password/set.ts';
import { letIn } from './let-in.ts';

/**
 * Sets the person's own password, uses the invitation up, and signs in: all of it or nothing.
 *
 * @throws `invitation.ended`, `password.weak`, `rate.limited`, `server.busy`
 */
export async function acceptInvitation(
  ctx: Context,
  { token, password }: { token: string; password: string },
): Promise<Session> {
  await countLook(ctx);
  const link = (await findLink(ctx, ['invitation'], token)) ?? ended('invitation.ended');
  const hash = await hashNew(ctx, password, link);

  return ctx.transaction(async (tx) => {
    await lockFirm(tx, ctx.firm.id);
    const { id, person_id, shown } =
      (await useLink(tx, ctx.firm.id, ['invitation'], token)) ?? ended('invitation.ended');
    await letIn(tx, ctx.firm.id, person_id);
    if (shown === 0) await proveMailbox(tx, ctx.firm.id, person_id);
    await append(tx, {
      firmId: ctx.firm.id,
      actor: { type: 'person', id: person_id },
      verb: 'invitation.accepted',
      subject: { type: 'invitation', id },
      data: { personIds: [person_id] },
    });
    return (await startOver(tx, ctx, person_id, hash, 'invitation')) ?? ended('invitation.ended');
  });
}
