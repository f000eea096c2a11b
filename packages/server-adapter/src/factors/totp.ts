/** An authenticator app: set up, used, removed. */
import type { ExpressionBuilder } from 'kysely';
import type { Factors } from '@casefront/core/contract/factors';
import { seal, totpSeal, unseal, type Seal, type Unsealed } from '../access/seal.ts';
import type { PersonContext } from '../context.ts';
import { notFound, problem } from '../http/problem.ts';
import type { Tx } from '../sql/database.ts';
import type { Schema, TotpTable } from '../sql/schema.ts';
import { addFactor, factorRemoved, type Added } from './change.ts';
import { listFactors } from './list.ts';
import { appUri, newAppSecret, spelled, stepOf } from './one-time-code.ts';
import { tryCode } from './try-code.ts';

/** How long a secret that was shown waits for its first code. */
const begunSeconds = 10 * 60;

/** Shows a new secret. An app that is set up already goes on working until a code of the new one has come back. */
export function startTotp(ctx: PersonContext): Promise<{ secret: string; uri: string }> {
  const { firm, actor, transaction } = ctx;
  const secret = newAppSecret();
  return transaction(async (tx) => {
    const values = { secret: seal(secret, sealOf(ctx)), at: tx.at };
    await tx
      .insertInto('totp')
      .values({ firm_id: firm.id, person_id: actor.id, state: 'begun', ...values })
      .onConflict((conflict) => conflict.columns(['firm_id', 'person_id', 'state']).doUpdateSet(values))
      .execute();
    return { secret: spelled(secret), uri: appUri(secret, firm.name, actor.email) };
  });
}

/** @throws `conflict` when nothing was begun, or too long ago; `code.wrong`, `rate.limited` */
export function confirmTotp(ctx: PersonContext, code: string): Promise<Added> {
  return tryCode(ctx, 'digits', async (tx) => {
    const begun = await find(tx, ctx, 'begun');
    if (!begun || isOver(begun.at, tx.at)) throw problem('conflict');
    const step = stepOf(code, read(ctx, begun.secret).plain, new Date(tx.at));
    if (step === undefined) return undefined;
    return addFactor(tx, ctx, 'totp', async () => {
      await drop(tx, ctx, 'confirmed');
      const counts = { state: 'confirmed', last_step: step, at: tx.at } as const;
      await tx.updateTable('totp').set(counts).where(own(ctx, 'begun')).execute();
    });
  });
}

/**
 * Whether a code of the app is good. It is good once: the step that it belongs to is used up in the same statement that
 * finds it unused (ASVS 6.5.1).
 */
export async function useTotp(tx: Tx, ctx: PersonContext, code: string): Promise<boolean> {
  const app = await find(tx, ctx, 'confirmed');
  if (!app) return false;
  const { plain, outdated } = read(ctx, app.secret);
  const step = stepOf(code, plain, new Date(tx.at));
  if (step === undefined) return false;
  const used = await tx
    .updateTable('totp')
    .set({ last_step: step, ...(outdated && { secret: seal(plain, sealOf(ctx)) }) })
    .where(own(ctx, 'confirmed'))
    .where('last_step', '<', step)
    .returning('last_step')
    .executeTakeFirst();
  return used !== undefined;
}

/** @throws `not-found`; `conflict`, `password.short` when it is the last factor, and the firm or the password needs one */
export function removeTotp(ctx: PersonContext): Promise<Factors> {
  return ctx.transaction(async (tx) => {
    await drop(tx, ctx, 'begun');
    if (!(await drop(tx, ctx, 'confirmed'))) notFound();
    await factorRemoved(tx, ctx, 'totp');
    return await listFactors(ctx);
  });
}

const find = (tx: Tx, ctx: PersonContext, state: TotpTable['state']) =>
  tx.selectFrom('totp').where(own(ctx, state)).select(['secret', 'at']).executeTakeFirst();

/** Whether there was one. */
const drop = (tx: Tx, ctx: PersonContext, state: TotpTable['state']) =>
  tx.deleteFrom('totp').where(own(ctx, state)).returning('at').executeTakeFirst();

const own =
  ({ firm, actor }: PersonContext, state: TotpTable['state']) =>
  (eb: ExpressionBuilder<Schema, 'totp'>) =>
    eb.and({ firm_id: firm.id, person_id: actor.id, state });

const isOver = (begun: string, now: string) => Date.parse(now) - Date.parse(begun) >= begunSeconds * 1000;

const sealOf = ({ firm, actor, services }: PersonContext): Seal =>
  totpSeal(services.secrets, firm.id, actor.id);

/** @throws `factor.unreadable` when the server was given another secret, and not the one before as well. */
function read(ctx: PersonContext, sealed: string): Unsealed {
  const unsealed = unseal(sealed, sealOf(ctx));
  if (!unsealed) throw problem('factor.unreadable');
  return unsealed;
}
