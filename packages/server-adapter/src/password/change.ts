import type { ParsedOf } from '@casefront/core/contract';
import type { password as endpoints } from '@casefront/core/contract/password';
import type { Session } from '@casefront/core/contract/session';
import { acceptProof, provePassword } from '../access/prove-password.ts';
import { endOtherSessions } from '../access/sessions.ts';
import type { PersonContext } from '../context.ts';
import { lockFirm } from '../journal/index.ts';
import { endLinks } from '../links/end.ts';
import { renewSession } from '../session/open.ts';
import { hashed, refuseWeak, setPassword } from './set.ts';

/**
 * Changes the password of who knows the current one. Every other browser is signed out, this one gets a new token, and
 * links that could set the password once more end.
 *
 * @throws `auth.failed`, `password.weak`, `rate.limited`, `server.busy`, `auth.expired`
 */
export async function changePassword(
  ctx: PersonContext,
  { current, password }: ParsedOf<typeof endpoints.change>,
): Promise<Session> {
  const { firm, actor, transaction } = ctx;
  // Before the current one is looked at, or choosing a better one would look like guessing.
  await refuseWeak(ctx, password, actor);
  const proof = await provePassword(ctx, actor.email, current);
  const fresh = await hashed(ctx, password);
  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    await acceptProof(tx, ctx, proof);
    const owner = { firmId: firm.id, personId: actor.id };
    await setPassword(tx, owner, fresh);
    await endOtherSessions(tx, firm.id, actor);
    await endLinks(tx, owner, ['invitation', 'reset']);
    return await renewSession(tx, ctx, 'password');
  });
}
