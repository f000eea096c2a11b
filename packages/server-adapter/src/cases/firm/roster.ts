/** Who is in a case: the firm's team, and the clients and contacts. Being in it and seeing it go together. */
import type { ParsedOf } from '@casefront/core/contract';
import type { cases, FirmCase } from '@casefront/core/contract/firm/cases';
import type { FirmContext } from '../../context.ts';
import { issue, notFound, problem } from '../../http/problem.ts';
import { share, unshare } from '../../shares/index.ts';
import { changeCase, tell } from './change.ts';

type SetTeam = ParsedOf<typeof cases.setTeam>;
type AddParticipant = ParsedOf<typeof cases.addParticipant>;

/** Whoever joins sees the case; whoever leaves sees nothing of it any more, its conversations and dates included. */
export const setTeam = (ctx: FirmContext, { id, members }: SetTeam): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx) => {
    const { firmCases } = ctx.backend;
    const before = await firmCases.team(id);
    if (isSame(before, members)) return;
    const had = new Set(before.map(({ personId }) => personId));
    const wanted = members.map(({ personId }) => personId);
    const added = wanted.filter((personId) => !had.has(personId));
    const removed = [...had].filter((personId) => !wanted.includes(personId));
    requireStaff(wanted, new Set([...had, ...(await firmCases.staffAmong(added))]));

    await firmCases.setTeam(id, members);
    await firmCases.change(id, {}, tx.at);
    const entry = await tell(ctx, tx, id, 'case.team.changed', { added, removed });
    await share(tx, entry, { subject: { type: 'case', id }, caseId: id, personIds: added });
    for (const personId of removed)
      await unshare(tx, { firmId: ctx.firm.id, personId, what: { caseId: id } });
  });

const isSame = (before: SetTeam['members'], after: SetTeam['members']) =>
  JSON.stringify(before.map(({ personId, part }) => [personId, part])) ===
  JSON.stringify(after.map(({ personId, part }) => [personId, part]));

/** A client, somebody of another firm and nobody at all look the same. */
function requireStaff(ids: readonly string[], staff: ReadonlySet<string>): void {
  const issues = ids.flatMap((id, index) => {
    const path = ['members', index, 'personId'];
    if (!staff.has(id)) return [issue(path, 'not-staff', 'Does not work at the firm')];
    return ids.indexOf(id) < index ? [issue(path, 'duplicate', 'Is there twice')] : [];
  });
  if (issues.length > 0) throw problem('request.invalid', { issues });
}

/**
 * Takes a client in, and shares the case with them, from now on. Dates and conversations stay with whom they were
 * shared; what was told before somebody joined is not theirs (NYSBA 1249, DC 296).
 */
export const addParticipant = (ctx: FirmContext, { id, personId, role }: AddParticipant): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx) => {
    const { firmCases } = ctx.backend;
    const kind = (await firmCases.kindOf(personId)) ?? notFound();
    if (kind === 'staff') {
      throw problem('conflict', {
        issues: [issue(['personId'], 'staff', 'Works at the firm: add to the team')],
      });
    }
    const changed = await firmCases.join(id, personId, role, tx.at);
    if (changed === 'nothing') return;
    await firmCases.change(id, {}, tx.at);
    const data = { personIds: [personId], role };
    if (changed === 'role') {
      await tell(ctx, tx, id, 'case.participant.changed', data);
      return;
    }
    await tell(ctx, tx, id, 'case.participant.added', data);
    const entry = await tell(ctx, tx, id, 'case.shared', { personIds: [personId] });
    await share(tx, entry, { subject: { type: 'case', id }, caseId: id, personIds: [personId] });
  });

export const removeParticipant = (ctx: FirmContext, id: string, personId: string): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx) => {
    if (!(await ctx.backend.firmCases.leave(id, personId, tx.at))) notFound();
    await ctx.backend.firmCases.change(id, {}, tx.at);
    await unshare(tx, { firmId: ctx.firm.id, personId, what: { caseId: id } });
    await tell(ctx, tx, id, 'case.participant.removed', { personIds: [personId] });
  });
