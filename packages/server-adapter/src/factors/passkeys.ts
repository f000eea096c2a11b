/** The passkeys of a person: added and removed. */
import type { Factors } from '@casefront/core/contract/factors';
import { countTry, forgiveTry } from '../access/rate-limit.ts';
import type { PersonContext } from '../context.ts';
import { notFound, problem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { lockFirm } from '../journal/index.ts';
import type { Executor } from '../sql/database.ts';
import { addFactor, factorRemoved, type Added } from './change.ts';
import { newChallenge, useChallenge, type Asking } from './challenges.ts';
import { listFactors } from './list.ts';
import { placeLimit } from './try-code.ts';
import { checkCreation, creationOptions, readAnswer } from './webauthn.ts';

/** Most passkeys of one person. */
const most = 20;

/** @throws `conflict` when there are twenty */
export function startPasskey(ctx: PersonContext) {
  return ctx.transaction(async (tx) => {
    const existing = await passkeysOf(tx, ctx);
    if (existing.length >= most) throw problem('conflict');
    const challenge = await newChallenge(tx, adding(ctx));
    return { options: await creationOptions(ctx, ctx.actor, challenge, existing) };
  });
}

/** @throws `code.wrong`, `rate.limited`; `conflict` when somebody has this passkey already */
export async function addPasskey(
  ctx: PersonContext,
  { name, response }: { name: string; response: object },
): Promise<Added> {
  const { firm, actor, services, transaction } = ctx;
  const limits = [placeLimit(ctx)];
  await transaction((tx) => countTry(tx, services.secret, limits));
  const answer = readAnswer(response);
  const passkey = answer && (await checkCreation(ctx, response, answer.challenge));

  const found = await transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    const asked = answer && (await useChallenge(tx, adding(ctx), answer.challenge));
    if (!asked || !passkey) return undefined;
    await forgiveTry(tx, services.secret, limits);
    return addFactor(tx, ctx, 'passkey', async () => {
      const added = await tx
        .insertInto('passkeys')
        .values({
          firm_id: firm.id,
          id: newId('passkey'),
          person_id: actor.id,
          ...passkey,
          name,
          created_at: tx.at,
        })
        .onConflict((conflict) => conflict.columns(['firm_id', 'credential_id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) throw problem('conflict');
    });
  });
  if (!found) throw problem('code.wrong');
  return found;
}

/** @throws `not-found`; `conflict`, `password.short` when it is the last factor, and the firm or the password needs one */
export function removePasskey(ctx: PersonContext, id: string): Promise<Factors> {
  const { firm, actor, transaction } = ctx;
  return transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('passkeys')
      .where((eb) => eb.and({ firm_id: firm.id, person_id: actor.id, id }))
      .returning('id')
      .executeTakeFirst();
    if (!removed) notFound();
    await factorRemoved(tx, ctx, 'passkey');
    return await listFactors(ctx);
  });
}

export const passkeysOf = (executor: Executor, { firm, actor }: PersonContext) =>
  executor
    .selectFrom('passkeys')
    .where((eb) => eb.and({ firm_id: firm.id, person_id: actor.id }))
    .orderBy('id')
    .select(['credential_id', 'transports'])
    .execute();

const adding = ({ firm, actor }: PersonContext): Asking => ({
  firmId: firm.id,
  purpose: 'add',
  sessionId: actor.session.id,
});
