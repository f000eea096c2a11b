import type { ResultOf } from '@casefront/core/contract';
import type { password } from '@casefront/core/contract/password';
import { passwordMinimum } from '../access/password-minimum.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { countLook, findLink } from '../links/use.ts';

export async function lookAtReset(ctx: Context, token: string): Promise<ResultOf<typeof password.look>> {
  await countLook(ctx);
  const link = await findLink(ctx, ['reset'], token);
  if (!link) throw problem('link.ended');
  return {
    firmName: ctx.firm.name,
    personName: link.name,
    email: link.email,
    locale: link.locale,
    expiresAt: link.expires_at,
    passwordMinimum: await passwordMinimum(ctx.db, ctx.firm, link),
  };
}
