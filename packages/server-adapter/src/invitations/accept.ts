import type { Session } from '@casefront/core/contract/session';
import { weakness } from '../access/password-strength.ts';
import { endSessionsOf } from '../access/sessions.ts';
import { hashToken } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { issue, problem } from '../http/problem.ts';
import { append, lockFirm } from '../journal/index.ts';
import { startSession } from '../session/open.ts';
import type { Tx } from '../sql/database.ts';
import { countLook, findOpen } from './look.ts';

/**
 * Sets the person's own password, uses the invitation up, and signs in: all of it or nothing.
 *
 * @throws `invitation.ended`, `password.weak`, `rate.limited`, `server.busy`
 */
export async function acceptInvitation(
  ctx: Context,
  input: { token: string; password: string },
): Promise<Session> {
  await countLook(ctx);
  const open = await findOpen(ctx, input.token);
  refuseWeak(input.password, [open.name, open.email, ctx.firm.name]);
  const passwordHash = await ctx.services.passwords.hash(input.password);

  return ctx.transaction(async (tx) => {
    await lockFirm(tx, ctx.firm.id);
    const { id, person_id } = (await use(tx, ctx.firm.id, input.token)) ?? ended();
    await letIn(tx, ctx.firm.id, person_id);
    await setPassword(tx, ctx.firm.id, person_id, passwordHash);
    // Whoever had the old password is out (ASVS 7.4.3).
    await endSessionsOf(tx, ctx.firm.id, person_id);
    const entry = { firmId: ctx.firm.id, actor: { type: 'person', id: person_id } } as const;
    await append(tx, {
      ...entry,
      verb: 'invitation.accepted',
      subject: { type: 'invitation', id },
      data: { personIds: [person_id] },
    });
    await append(tx, { ...entry, verb: 'password.changed', subject: { type: 'person', id: person_id } });
    return (await startSession(tx, ctx, person_id, 'invitation')) ?? ended();
  });
}

function ended(): never {
  throw problem('invitation.ended');
}

function refuseWeak(password: string, context: readonly string[]): void {
  const why = weakness(password, context);
  if (!why) return;
  const message = why === 'too_short' ? 'Is too short' : 'Is among the first that anybody would try';
  throw problem('password.weak', { issues: [issue(['password'], why, message)] });
}

/** Check and use in one statement, so that of two at once only one gets it (ASVS 15.4.2). */
const use = (tx: Tx, firmId: string, token: string) =>
  tx
    .updateTable('invitations')
    .set({ used_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.at)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people')
          .whereRef('people.firm_id', '=', 'invitations.firm_id')
          .whereRef('people.id', '=', 'invitations.person_id')
          .whereRef('people.email_norm', '=', 'invitations.email_norm')
          .select('people.id'),
      ),
    )
    .returning(['id', 'person_id'])
    .executeTakeFirst();

const letIn = (tx: Tx, firmId: string, personId: string) =>
  tx
    .updateTable('people')
    .set({ access: 'active' })
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .where('access', '!=', 'disabled')
    .execute();

async function setPassword(tx: Tx, firmId: string, personId: string, passwordHash: string): Promise<void> {
  const values = { password_hash: passwordHash, changed_at: tx.at };
  await tx
    .insertInto('credentials')
    .values({ firm_id: firmId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['firm_id', 'person_id']).doUpdateSet(values))
    .execute();
}
