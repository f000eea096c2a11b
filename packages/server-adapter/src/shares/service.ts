/** The rules of sharing, as the firm does it: item by item, with the people of the item's case. */
import type { ParsedOf } from '@casefront/core/contract';
import type { Share, shares } from '@casefront/core/contract/firm/shares';
import type { FirmContext } from '../context.ts';
import { conflict, issue, notFound, problem } from '../http/problem.ts';
import { append, journalActor } from '../journal/index.ts';
import { isItemId } from './item-id.ts';
import { earlier, permissionFor, type Part } from './part.ts';
import { share, type Subject } from './share.ts';
import { unshare, withdrawn } from './unshare.ts';

type Create = ParsedOf<typeof shares.create>;

export async function listShares(ctx: FirmContext, subject: Subject): Promise<{ items: Share[] }> {
  await requireItem(ctx, subject);
  return { items: await ctx.backend.shares.list(subject.type, subject.id) };
}

/** Sharing what a person sees already tells them nothing; it only sets when it ends. */
export async function createShare(ctx: FirmContext, input: Create): Promise<Share> {
  const { type, id, personId } = input;
  return await ctx.transaction(async (tx) => {
    const caseId = await requireItem(ctx, input);
    if (type === 'thread') throw conflict(['type'], 'unfit', 'Conversations are shared by writing to people');
    const place = (await ctx.backend.shares.placeOf(personId, caseId)) ?? notFound();
    if (place === 'team' || place === 'outside')
      throw conflict(['personId'], 'unfit', 'Is not a client in the case');
    requireShowable(place, type);
    if (input.until !== null && input.until <= tx.at) throw isOver();
    const until = earlier(input.until, place.until);

    const known = await find(ctx, input);
    if (known?.until === until) return known;
    const entry = await append(tx, {
      firmId: ctx.firm.id,
      actor: journalActor(ctx.actor),
      verb: known ? `${type}.share.changed` : `${type}.shared`,
      subject: { type, id },
      caseId,
      data: { personIds: [personId] },
    });
    await share(tx, entry, { subject: { type, id }, caseId, personIds: [personId], until });
    return (await find(ctx, input)) ?? notFound();
  });
}

/** A case goes with all that belongs to it: a conversation or a date that stayed would go on telling of it. */
export async function endShare(ctx: FirmContext, input: Subject & { personId: string }): Promise<void> {
  const { type, id, personId } = input;
  await ctx.transaction(async (tx) => {
    const caseId = await requireItem(ctx, input);
    if (!(await find(ctx, input))) notFound();
    if (type === 'case' && (await ctx.backend.shares.placeOf(personId, caseId)) === 'team') {
      throw conflict(['personId'], 'unfit', 'Works on the case: take them off the team instead');
    }
    await unshare(tx, { firmId: ctx.firm.id, personId, what: withdrawn({ type, id }) });
    await append(tx, {
      firmId: ctx.firm.id,
      actor: journalActor(ctx.actor),
      verb: `${type}.unshared`,
      subject: { type, id },
      caseId,
      data: { personIds: [personId] },
    });
  });
}

/** @throws `conflict`, and says why: their role, what they may have, or that they are frozen. */
function requireShowable({ role, permissions, frozenAt }: Part, type: Subject['type']): void {
  if (frozenAt !== null)
    throw conflict(['personId'], 'frozen', 'Is frozen: nothing of the case reaches them');
  if (permissions.includes(permissionFor[type])) return;
  if (role === 'payer')
    throw conflict(['personId'], 'payer', 'Pays for the client, and sees nothing of the case');
  throw conflict(['personId'], 'not-permitted', `May not have ${permissionFor[type]} of the case`);
}

/** The case of an item that the caller sees. */
async function requireItem(ctx: FirmContext, { type, id }: Subject): Promise<string> {
  return (isItemId(type, id) ? await ctx.backend.shares.caseOf(type, id) : undefined) ?? notFound();
}

async function find(ctx: FirmContext, { type, id, personId }: Subject & { personId: string }) {
  const shares = await ctx.backend.shares.list(type, id);
  return shares.find((one) => one.personId === personId);
}

const isOver = () => problem('request.invalid', { issues: [issue(['until'], 'past', 'Is over already')] });
