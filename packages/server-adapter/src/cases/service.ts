/** The rules of cases on the client's side: what is not shared is not there. */
import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Case, CaseSummary } from '@casefront/core/contract/cases';
import type { TeamMember } from '@casefront/core/contract/people';
import type { ClientContext } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { clientsMayWrite, hasInbox } from '../threads/setting.ts';

/** More than anybody can do at once; a case with more to do shows the most pressing. */
const mostActions = 100;

export const listCases = (ctx: ClientContext, query: CursorQuery): Promise<Page<CaseSummary>> =>
  ctx.backend.cases.list(query);

export const readCase = async (ctx: ClientContext, id: string): Promise<Case> =>
  (await findCase(ctx, id)) ?? notFound();

/** Undefined when it is not there for them. */
export async function findCase(
  { backend, firm }: Pick<ClientContext, 'backend' | 'firm'>,
  id: string,
): Promise<Case | undefined> {
  const found = await backend.cases.get(id);
  if (!found) return undefined;
  const { items } = await backend.cases.actions({ caseId: id, inbox: hasInbox(firm), limit: mostActions });
  return { ...found, actions: items };
}

/** Nobody, where clients cannot write. */
export async function listRecipients(ctx: ClientContext, id: string): Promise<{ items: TeamMember[] }> {
  const items = (await ctx.backend.cases.recipients(id)) ?? notFound();
  return { items: clientsMayWrite(ctx.firm) ? items : [] };
}
