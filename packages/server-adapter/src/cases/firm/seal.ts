/** Sealed cases: of all the firm only the team knows of them. The rule itself is in `shares/visible.ts`. */
import type { FirmCase } from '@casefront/core/contract/firm/cases';
import { requirePower } from '../../access/roles.ts';
import type { FirmContext } from '../../context.ts';
import { conflict, notFound, problem } from '../../http/problem.ts';
import { share, unshare } from '../../shares/index.ts';
import { changeCase, tell } from './change.ts';

/** Colleagues who have written in the case without working on it lose that too: what is left would tell of it. */
export const sealCase = (ctx: FirmContext, id: string): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx, { sealed }) => {
    requirePower(ctx.actor, 'seal-cases');
    if (sealed === 1) return;
    const { firmCases } = ctx.backend;
    requireTeam(await firmCases.team(id));
    await firmCases.setSealed(id, true);
    await firmCases.change(id, {}, tx.at);
    await tell(ctx, tx, id, 'case.sealed', {});
    for (const personId of await firmCases.onlookers(id))
      await unshare(tx, { firmId: ctx.firm.id, personId, what: { caseId: id } });
  });

export const unsealCase = (ctx: FirmContext, id: string): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx, { sealed }) => {
    requirePower(ctx.actor, 'seal-cases');
    if (sealed === 0) return;
    await ctx.backend.firmCases.setSealed(id, false);
    await ctx.backend.firmCases.change(id, {}, tx.at);
    await tell(ctx, tx, id, 'case.unsealed', {});
  });

/** Whoever gets in is on the team from then on, for everybody to see; the journal has ids only, the reason is beside it. */
export async function openSeal(
  ctx: FirmContext,
  { id, reason }: { id: string; reason: string },
): Promise<FirmCase> {
  requirePower(ctx.actor, 'open-seals');
  const { id: personId } = ctx.actor;
  const { firmCases } = ctx.backend;
  return await ctx.transaction(async (tx) => {
    if (!(await firmCases.lockSealed(id))) {
      // Whoever sees it needs no glass broken; who does not is told that there is nothing.
      throw (await firmCases.get(id)) ? conflict([], 'open', 'Is open to you') : problem('not-found');
    }
    await firmCases.setTeam(id, [...(await firmCases.team(id)), { personId, part: null }]);
    await firmCases.change(id, {}, tx.at);
    const entry = await tell(ctx, tx, id, 'case.seal.opened', { personIds: [personId] });
    await firmCases.addOpening({ caseId: id, personId, seq: entry.seq, at: tx.at, reason });
    await share(tx, entry, { subject: { type: 'case', id }, caseId: id, personIds: [personId] });
    return (await firmCases.get(id)) ?? notFound();
  });
}

/** @throws `conflict`: nobody would see it any more. */
export function requireTeam(members: readonly unknown[]): void {
  if (members.length === 0) throw conflict([], 'no-team', 'Nobody of the firm would see it any more');
}
