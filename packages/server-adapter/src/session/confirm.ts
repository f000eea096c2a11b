/** Showing once more, or as the second step, who one is. */
import type { Session } from '@casefront/core/contract/session';
import { acceptProof, provePassword } from '../access/prove-password.ts';
import type { PersonContext } from '../context.ts';
import { hasSecondFactor, heldFactors } from '../factors/held.ts';
import { useRecoveryCode } from '../factors/recovery-codes.ts';
import { useTotp } from '../factors/totp.ts';
import { tryCode } from '../factors/try-code.ts';
import { problem } from '../http/problem.ts';
import { appendAbout, lockFirm } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { renewSession } from './open.ts';

/** @throws `conflict` where there is a second factor, which is asked for instead; `auth.failed`, `rate.limited`, `server.busy` */
export async function confirmPassword(ctx: PersonContext, password: string): Promise<Session> {
  const { db, firm, actor, transaction } = ctx;
  if (hasSecondFactor(await heldFactors(db, firm.id, actor.id))) throw problem('conflict');
  const proof = await provePassword(ctx, actor.email, password);
  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    await acceptProof(tx, ctx, proof);
    return await renewSession(tx, ctx, 'password');
  });
}

/** @throws `code.wrong`, `rate.limited` */
export function confirmCode(ctx: PersonContext, typed: string): Promise<Session> {
  const digits = typed.replace(/\s+/g, ''); // apps show them in two groups
  if (/^\d{6}$/.test(digits))
    return tryCode(ctx, 'digits', async (tx) =>
      (await useTotp(tx, ctx, digits)) ? renewSession(tx, ctx, 'totp') : undefined,
    );
  return tryCode(ctx, 'recovery-code', async (tx) =>
    (await recovers(tx, ctx, typed)) ? renewSession(tx, ctx, 'recovery-code') : undefined,
  );
}

/** A recovery code in the hands of somebody else is the whole second factor, so its use is told by mail. */
async function recovers(tx: Tx, { firm, actor }: PersonContext, typed: string): Promise<boolean> {
  if (!(await useRecoveryCode(tx, { firmId: firm.id, personId: actor.id }, typed))) return false;
  await appendAbout(tx, { firm, actor }, actor.id, 'recovery-code.used');
  return true;
}
