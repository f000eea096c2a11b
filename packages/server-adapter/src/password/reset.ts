import type { Session } from '@casefront/core/contract/session';
import type { Context } from '../context.ts';
import { lockFirm } from '../journal/index.ts';
import { proveMailbox } from '../links/prove-mailbox.ts';
import { countLook, ended, findLink, useLink } from '../links/use.ts';
import { hashNew, startOver } from './set.ts';

/**
 * Sets a new password and uses the link up: all of it or nothing. A second factor stays; the mailbox alone is no way
 * around it (ASVS 6.4.3).
 *
 * @throws `link.ended`, `password.weak`, `rate.limited`, `server.busy`
 */
export async function resetPassword(
  ctx: Context,
  { token, password }: { token: string; password: string },
): Promise<Session> {
  await countLook(ctx);
  const link = (await findLink(ctx, ['reset'], token)) ?? ended();
  const hash = await hashNew(ctx, password, link);

  return ctx.transaction(async (tx) => {
    await lockFirm(tx, ctx.firm.id);
    const { person_id } = (await useLink(tx, ctx.firm.id, ['reset'], token)) ?? ended();
    await proveMailbox(tx, ctx.firm.id, person_id);
    return (await startOver(tx, ctx, person_id, hash, 'reset')) ?? ended();
  });
}
