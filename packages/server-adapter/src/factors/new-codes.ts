import type { PersonContext } from '../context.ts';
import { problem } from '../http/problem.ts';
import { appendAbout } from '../journal/index.ts';
import { hasSecondFactor, heldFactors } from './held.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';

/** @throws `conflict` without a second factor: there is nothing to recover from the loss of. */
export function newRecoveryCodes(ctx: PersonContext): Promise<{ recoveryCodes: string[] }> {
  const { firm, actor, transaction } = ctx;
  return transaction(async (tx) => {
    if (!hasSecondFactor(await heldFactors(tx, firm.id, actor.id))) throw problem('conflict');
    const recoveryCodes = await makeRecoveryCodes(tx, { firmId: firm.id, personId: actor.id });
    await appendAbout(tx, { firm, actor }, actor.id, 'recovery-codes.made');
    return { recoveryCodes };
  });
}
