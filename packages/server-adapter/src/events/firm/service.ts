/** The rules of dates on the firm's side: entered in a case, shared with nobody until somebody shares them. */
import type { Page, ParsedOf } from '@casefront/core/contract';
import type { events, FirmEvent } from '@casefront/core/contract/firm/events';
import { changesOf, given } from '../../changes.ts';
import type { FirmContext } from '../../context.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { newId } from '../../ids.ts';
import { append, journalActor } from '../../journal/index.ts';
import type { Tx } from '../../sql/database.ts';
import type { EventFields } from './backend.ts';
import { fieldsOf, inputOf, unsaid } from './fields.ts';

type Create = ParsedOf<typeof events.create>;
type Update = Omit<ParsedOf<typeof events.update>, 'id'>;

export const listEvents = (ctx: FirmContext, query: ParsedOf<typeof events.list>): Promise<Page<FirmEvent>> =>
  ctx.backend.firmEvents.list(query);

export async function createEvent(ctx: FirmContext, input: Create): Promise<FirmEvent> {
  return await ctx.transaction(async (tx) => {
    if (!(await ctx.backend.firmEvents.seesCase(input.caseId))) notFound();
    return (await updateExternal(ctx, tx, input)) ?? (await enter(ctx, tx, input));
  });
}

async function enter(ctx: FirmContext, tx: Tx, input: Create): Promise<FirmEvent> {
  const { firmEvents } = ctx.backend;
  const { caseId, externalId = null } = input;
  const id = newId('event');
  const { kind, title } = input;
  const fields = fieldsOf({ ...unsaid, timeZone: ctx.firm.timeZone, ...saidIn(input), kind, title });
  if (!(await firmEvents.add({ id, caseId, externalId, fields, at: tx.at }))) {
    // The same one was pushed at the same moment, and is there by now.
    return (await updateExternal(ctx, tx, input)) ?? notFound();
  }
  await append(tx, {
    firmId: ctx.firm.id,
    actor: journalActor(ctx.actor),
    verb: 'event.added',
    subject: { type: 'event', id },
    caseId,
  });
  return (await firmEvents.get(id)) ?? notFound();
}

/** Undefined when no date has the external id. A date stays in its case: those it is shared with are in that one. */
async function updateExternal(ctx: FirmContext, tx: Tx, input: Create): Promise<FirmEvent | undefined> {
  const { firmEvents } = ctx.backend;
  const id = input.externalId === undefined ? undefined : await firmEvents.findExternal(input.externalId);
  if (id === undefined) return undefined;
  const found = await firmEvents.lock(id);
  if (found?.case_id !== input.caseId) {
    throw conflict(['externalId'], 'taken', 'A date in another case has this external id');
  }
  return await change(ctx, tx, id, found, input);
}

export async function updateEvent(ctx: FirmContext, id: string, input: Update): Promise<FirmEvent> {
  return await ctx.transaction(async (tx) => {
    const found = (await ctx.backend.firmEvents.lock(id)) ?? notFound();
    return await change(ctx, tx, id, found, input);
  });
}

async function change(
  ctx: FirmContext,
  tx: Tx,
  id: string,
  { case_id: caseId, ...found }: EventFields & { readonly case_id: string | null },
  input: Update,
): Promise<FirmEvent> {
  const { firmEvents } = ctx.backend;
  const fields = changesOf<EventFields>(found, fieldsOf({ ...inputOf(found), ...saidIn(input) }));
  const names = Object.keys(fields);
  if (names.length > 0) {
    await firmEvents.change(id, fields, tx.at);
    await append(tx, {
      firmId: ctx.firm.id,
      actor: journalActor(ctx.actor),
      verb: 'event.changed',
      subject: { type: 'event', id },
      caseId,
      data: { fields: names },
    });
  }
  return (await firmEvents.get(id)) ?? notFound();
}

/** What an input says about the date itself. */
const saidIn = (input: Update) =>
  given({
    kind: input.kind,
    title: input.title,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    startsOn: input.startsOn,
    timeZone: input.timeZone,
    location: input.location,
    url: input.url,
    bring: input.bring,
  });
