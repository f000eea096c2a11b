/** Who of the firm works on a case. Being in its team and seeing it go together. */
import type { ParsedOf } from '@casefront/core/contract';
import type { cases, FirmCase } from '@casefront/core/contract/firm/cases';
import { requireFreshProof } from '../../access/fresh-proof.ts';
import { requirePower } from '../../access/roles.ts';
import type { FirmContext } from '../../context.ts';
import { issue, problem } from '../../http/problem.ts';
import { share, unshare } from '../../shares/index.ts';
import { changeCase, tell } from './change.ts';
import { requireTeam } from './seal.ts';

type SetTeam = ParsedOf<typeof cases.setTeam>;

/** Whoever joins sees the case; whoever leaves sees nothing of it any more, its conversations and dates included. */
export const setTeam = (ctx: FirmContext, { id, members }: SetTeam): Promise<FirmCase> =>
  changeCase(ctx, id, async (tx, { sealed }) => {
    requirePower(ctx.actor, 'set-team');
    const { firmCases } = ctx.backend;
    if (sealed === 1) requireTeam(members);
    const before = await firmCases.team(id);
    if (isSame(before, members)) return;
    const had = new Set(before.map(({ personId }) => personId));
    const wanted = members.map(({ personId }) => personId);
    const added = wanted.filter((personId) => !had.has(personId));
    const removed = [...had].filter((personId) => !wanted.includes(personId));
    // Into a sealed case nobody comes in passing.
    if (sealed === 1 && added.length > 0) requireFreshProof(ctx.actor, ctx.clock());
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
