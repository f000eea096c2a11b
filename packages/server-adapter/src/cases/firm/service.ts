/** The rules of cases on the firm's side. Who works on one is in `team.ts`, its steps are in `steps.ts`. */
import type { CursorQuery, Page, ParsedOf } from '@casefront/core/contract';
import type { cases, FirmCase, FirmCaseSummary } from '@casefront/core/contract/firm/cases';
import { changesOf, given } from '../../changes.ts';
import type { FirmContext } from '../../context.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { newId } from '../../ids.ts';
import { share } from '../../shares/index.ts';
import type { Tx } from '../../sql/database.ts';
import type { CaseFields } from './backend.ts';
import { changeCase, tell } from './change.ts';

type Create = ParsedOf<typeof cases.create>;
type Update = Omit<ParsedOf<typeof cases.update>, 'id'>;

export const listCases = (ctx: FirmContext, query: CursorQuery): Promise<Page<FirmCaseSummary>> =>
  ctx.backend.firmCases.list(query);

export async function readCase(ctx: FirmContext, id: string): Promise<FirmCase> {
  return (await ctx.backend.firmCases.get(id)) ?? notFound();
}

export const openCase = (ctx: FirmContext, input: Create): Promise<FirmCase> =>
  ctx.transaction(async (tx) => {
    const { firmCases } = ctx.backend;
    const { externalId = null, statusMeaning = null } = input;
    const id = newId('case');
    const fields: CaseFields = {
      title: input.title,
      area: input.area,
      state: 'active',
      status_label: input.statusLabel,
      status_meaning: statusMeaning,
    };
    if (!(await firmCases.add(id, { ...fields, externalId }, tx.at))) {
      return await updateExternal(ctx, tx, externalId, input);
    }
    const entry = await tell(ctx, tx, id, 'case.opened', {});
    if (ctx.actor.kind === 'staff') {
      await firmCases.setTeam(id, [{ personId: ctx.actor.id, part: null }]);
      await share(tx, entry, { subject: { type: 'case', id }, caseId: id, personIds: [ctx.actor.id] });
    }
    return await firmCases.read(id);
  });

/** Only whoever sees the case that has the external id may push into it. */
async function updateExternal(
  ctx: FirmContext,
  tx: Tx,
  externalId: string | null,
  input: Create,
): Promise<FirmCase> {
  const { firmCases } = ctx.backend;
  const id = externalId === null ? undefined : await firmCases.findExternal(externalId);
  const found = id === undefined ? undefined : await firmCases.lock(id);
  if (id === undefined || !found) {
    throw conflict(['externalId'], 'taken', 'Another case has this external id');
  }
  await change(ctx, tx, id, found, input);
  return await firmCases.read(id);
}

export const updateCase = (ctx: FirmContext, id: string, input: Update): Promise<FirmCase> =>
  changeCase(ctx, id, (tx, found) => change(ctx, tx, id, found, input));

async function change(ctx: FirmContext, tx: Tx, id: string, found: CaseFields, input: Update): Promise<void> {
  const wanted = given({
    title: input.title,
    area: input.area,
    state: input.state,
    status_label: input.statusLabel,
    status_meaning: input.statusMeaning,
  });
  const fields = changesOf(found, wanted);
  const names = Object.keys(fields);
  if (names.length === 0) return;
  await ctx.backend.firmCases.change(id, fields, tx.at);
  const others = names.filter((name) => !name.startsWith('status_'));
  if (others.length > 0) await tell(ctx, tx, id, 'case.changed', { fields: others });
  if (others.length < names.length) await tell(ctx, tx, id, 'case.status.changed', {});
}
