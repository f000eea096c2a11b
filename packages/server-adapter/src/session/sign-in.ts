import type { Session } from '@casefront/core/contract/session';
import { acceptProof, provePassword } from '../access/prove-password.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { lockFirm } from '../journal/index.ts';
import { startSession } from './open.ts';

/** @throws `auth.failed`, `rate.limited`, `server.busy` */
export async function signIn(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const proof = await provePassword(ctx, email, password);
  return ctx.transaction(async (tx) => {
    await lockFirm(tx, ctx.firm.id);
    await acceptProof(tx, ctx, proof);
    const session = await startSession(tx, ctx, proof.personId, 'password');
    if (!session) throw problem('auth.failed');
    return session;
  });
}
