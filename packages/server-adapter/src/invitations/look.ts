import type { Invitation } from '@casefront/core/contract/invitations';
import { passwordMinimum } from '../access/password-minimum.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { countLook, findLink } from '../links/use.ts';

export async function lookAtInvitation(ctx: Context, token: string): Promise<Invitation> {
  await countLook(ctx);
  const link = await findLink(ctx, ['invitation'], token);
  if (!link) throw problem('invitation.ended');
  return {
    firmName: ctx.firm.name,
    personName: link.name,
    email: link.email,
    kind: link.kind,
    locale: link.locale,
    invitedBy: link.sender_name,
    expiresAt: link.expires_at,
    passwordMinimum: await passwordMinimum(ctx.db, ctx.firm, link),
  };
}
