/** What follows when somebody gets a second factor, or loses one. */
import type { Session } from '@casefront/core/contract/session';
import { holdBack } from '../access/sessions.ts';
import { requireStillIn } from '../access/still-in.ts';
import type { PersonContext } from '../context.ts';
import { firmNow } from '../firm/find.ts';
import { asksForSecondFactor } from '../firm/settings.ts';
import { problem } from '../http/problem.ts';
import { appendAbout, lockFirm } from '../journal/index.ts';
import { renewSession } from '../session/open.ts';
import type { Tx } from '../sql/database.ts';
import { hasSecondFactor, heldFactors } from './held.ts';
import { dropRecoveryCodes, makeRecoveryCodes } from './recovery-codes.ts';

type Kind = 'totp' | 'passkey';

export interface Added {
  readonly session: Session;
  /** Shown this once; null when there were some already. */
  readonly recoveryCodes: string[] | null;
}

/**
 * Stores a factor that was shown a moment ago. With the first one come recovery codes, and browsers where the password
 * was enough are asked for it from now on. The session gets a new token.
 *
 * @throws `auth.incomplete`, `auth.expired`: somebody who has a second factor meanwhile adds another only after showing it.
 */
export async function addFactor(
  tx: Tx,
  ctx: PersonContext,
  factor: Kind,
  store: () => Promise<unknown>,
): Promise<Added> {
  const { firm, actor } = ctx;
  await lockFirm(tx, firm.id);
  await requireStillIn(tx, firm.id, actor);
  const before = await heldFactors(tx, firm.id, actor.id);
  if (hasSecondFactor(before) && actor.session.stage !== 'complete') throw problem('auth.incomplete');
  await store();
  const owner = { firmId: firm.id, personId: actor.id };
  const recoveryCodes = before.recoveryCode ? null : await makeRecoveryCodes(tx, owner);
  await record(tx, ctx, 'factor.added', factor);
  const session = await renewSession(tx, ctx, factor);
  if (!hasSecondFactor(before))
    await holdBack(tx, firm.id, (eb) => eb('person_id', '=', actor.id), 'second-factor');
  return { session, recoveryCodes };
}

/**
 * What follows when a factor is gone. Recovery codes go with the last one: alone they are none.
 *
 * @throws `conflict` when it was the last one of somebody whom the firm asks for one; `password.short` when the password
 * is good only beside it. The transaction has to end.
 */
export async function factorRemoved(tx: Tx, ctx: PersonContext, factor: Kind): Promise<void> {
  const { firm, actor } = ctx;
  const left = await heldFactors(tx, firm.id, actor.id);
  if (!hasSecondFactor(left)) {
    if (asksForSecondFactor(await firmNow(tx, firm), actor.kind)) throw problem('conflict');
    if (left.shortPassword) throw problem('password.short');
    await dropRecoveryCodes(tx, { firmId: firm.id, personId: actor.id });
  }
  await record(tx, ctx, 'factor.removed', factor);
}

async function record(
  tx: Tx,
  { firm, actor }: PersonContext,
  verb: 'factor.added' | 'factor.removed',
  factor: Kind,
): Promise<void> {
  await appendAbout(tx, { firm, actor }, actor.id, verb, { factor });
}
