/** The clients and contacts of a case: what each may have of it, from when on, and until when. */
import type { ParsedOf } from '@casefront/core/contract';
import type { cases, FirmCase } from '@casefront/core/contract/firm/cases';
import { requirePower } from '../../access/roles.ts';
import type { FirmContext } from '../../context.ts';
import { conflict, notFound } from '../../http/problem.ts';
import {
  freezeShares,
  mayBeShown,
  moveEnds,
  permissionFor,
  share,
  unfreezeShares,
  unshare,
  type Part,
} from '../../shares/index.ts';
import type { Tx } from '../../sql/database.ts';
import { changeCase, tell } from './change.ts';
import { isSamePart, partFrom, seesCase } from './part-rules.ts';

type Add = ParsedOf<typeof cases.addParticipant>;
type Update = ParsedOf<typeof cases.updateParticipant>;

/**
 * Takes a client or contact in. Who sees the case by their role sees it from now on; dates and conversations stay with
 * whom they were shared. What was told before somebody joined is not theirs (NYSBA 1249, DC 296).
 */
export const addParticipant = (ctx: FirmContext, { id, personId, ...input }: Add): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx) => {
    const { firmCases } = ctx.backend;
    const kind = (await firmCases.kindOf(personId)) ?? notFound();
    if (kind === 'staff') throw conflict(['personId'], 'staff', 'Works at the firm: add to the team');
    const known = await firmCases.part(id, personId);
    const part = partFrom(input, known, whenOf(ctx, tx));
    if (known) {
      if (isSamePart(known, part)) return;
      throw conflict(['personId'], 'present', 'Is in the case with another part: change that');
    }
    // Whoever may not give the case back to somebody frozen does not do it by taking them out and in again either.
    if (await firmCases.leftFrozen(id, personId)) requirePower(ctx.actor, 'freeze-participants');
    await firmCases.join(id, personId, part, tx.at);
    await firmCases.change(id, {}, tx.at);
    await tell(ctx, tx, id, 'case.participant.added', dataOf(personId, part));
    if (seesCase(part)) await shareCase(ctx, tx, id, personId);
  });

/** What is no longer covered ends at once. Whoever sees the case by their part only now, sees it from now on. */
export const updateParticipant = (ctx: FirmContext, { id, personId, ...input }: Update): Promise<FirmCase> =>
  changePart(ctx, id, personId, async (tx, before) => {
    requirePower(ctx.actor, 'change-participants');
    const part = partFrom(input, before, whenOf(ctx, tx));
    if (isSamePart(before, part)) return;
    const enters = seesCase(part) && !seesCase(before);
    if (enters && part.frozenAt !== null)
      throw conflict(['personId'], 'frozen', 'Is frozen: nothing can be shared with them');

    await ctx.backend.firmCases.changePart(id, personId, part);
    await ctx.backend.firmCases.change(id, {}, tx.at);
    await tell(ctx, tx, id, 'case.participant.changed', dataOf(personId, part));
    await endUncovered(ctx, tx, id, personId, part);
    if (part.until !== before.until) {
      const ends = { before: before.until, after: part.until };
      await moveEnds(tx, { firmId: ctx.firm.id, personId, caseId: id, ...ends });
    }
    if (enters && !(await hasCase(ctx, id, personId))) await shareCase(ctx, tx, id, personId);
  });

/** One step, for clients who fall out: everything of the case is gone for this one, at once, and nothing is forgotten. */
export const freezeParticipant = (ctx: FirmContext, id: string, personId: string): Promise<FirmCase> =>
  changePart(ctx, id, personId, async (tx, part) => {
    requirePower(ctx.actor, 'freeze-participants');
    if (part.frozenAt !== null) return;
    await ctx.backend.firmCases.changePart(id, personId, { ...part, frozenAt: tx.at });
    await ctx.backend.firmCases.change(id, {}, tx.at);
    await freezeShares(tx, { firmId: ctx.firm.id, personId, caseId: id });
    await tell(ctx, tx, id, 'case.participant.frozen', { personIds: [personId] });
  });

export const unfreezeParticipant = (ctx: FirmContext, id: string, personId: string): Promise<FirmCase> =>
  changePart(ctx, id, personId, async (tx, part) => {
    requirePower(ctx.actor, 'freeze-participants');
    if (part.frozenAt === null) return;
    await ctx.backend.firmCases.changePart(id, personId, { ...part, frozenAt: null });
    await ctx.backend.firmCases.change(id, {}, tx.at);
    await unfreezeShares(tx, { firmId: ctx.firm.id, personId, caseId: id });
    await tell(ctx, tx, id, 'case.participant.unfrozen', { personIds: [personId] });
  });

export const removeParticipant = (ctx: FirmContext, id: string, personId: string): Promise<FirmCase> =>
  changePart(ctx, id, personId, async (tx) => {
    requirePower(ctx.actor, 'change-participants');
    await ctx.backend.firmCases.leave(id, personId, tx.at);
    await ctx.backend.firmCases.change(id, {}, tx.at);
    await unshare(tx, { firmId: ctx.firm.id, personId, what: { caseId: id } });
    await tell(ctx, tx, id, 'case.participant.removed', { personIds: [personId] });
  });

/** Changes the part of somebody who is in a case that the caller sees. */
const changePart = (
  ctx: FirmContext,
  id: string,
  personId: string,
  work: (tx: Tx, part: Part) => Promise<void>,
): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx) => work(tx, (await ctx.backend.firmCases.part(id, personId)) ?? notFound()));

const hasCase = async ({ backend }: FirmContext, id: string, personId: string) =>
  (await backend.shares.list('case', id)).some((one) => one.personId === personId);

async function shareCase(ctx: FirmContext, tx: Tx, id: string, personId: string): Promise<void> {
  const entry = await tell(ctx, tx, id, 'case.shared', { personIds: [personId] });
  await share(tx, entry, { subject: { type: 'case', id }, caseId: id, personIds: [personId] });
}

/** Also of somebody who is frozen: it does not come back with the rest. */
async function endUncovered(
  ctx: FirmContext,
  tx: Tx,
  caseId: string,
  personId: string,
  part: Part,
): Promise<void> {
  for (const type of Object.keys(permissionFor) as (keyof typeof permissionFor)[]) {
    if (mayBeShown({ ...part, frozenAt: null }, type)) continue;
    await unshare(tx, { firmId: ctx.firm.id, personId, what: { caseId, type } });
  }
}

const whenOf = ({ firm }: FirmContext, { at }: Tx) => ({ now: at, timeZone: firm.timeZone });

const dataOf = (personId: string, { role, permissions }: Part) => ({
  personIds: [personId],
  role,
  permissions,
});
