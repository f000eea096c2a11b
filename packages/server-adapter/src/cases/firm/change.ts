import type { FirmCase } from '@casefront/core/contract/firm/cases';
import type { FirmContext } from '../../context.ts';
import { notFound } from '../../http/problem.ts';
import { append, journalActor, type DataOf, type Entry, type Verb } from '../../journal/index.ts';
import type { Tx } from '../../sql/database.ts';
import type { LockedCase } from './backend.ts';

/** Changes a case that the caller sees, alone: nobody else changes it until the transaction ends. */
export const changeCase = (
  ctx: FirmContext,
  id: string,
  work: (tx: Tx, found: LockedCase) => Promise<void>,
): Promise<FirmCase> =>
  ctx.transaction(async (tx) => {
    const found = (await ctx.backend.firmCases.lock(id)) ?? notFound();
    await work(tx, found);
    return await ctx.backend.firmCases.read(id);
  });

/** Writes down what happened to a case. */
export const tell = <V extends Verb>(
  ctx: FirmContext,
  tx: Tx,
  caseId: string,
  verb: V,
  data: DataOf<V>,
): Promise<Entry> =>
  append(tx, {
    firmId: ctx.firm.id,
    actor: journalActor(ctx.actor),
    verb,
    subject: { type: 'case', id: caseId },
    data,
  } as Parameters<typeof append<V>>[1]);
