/** The rules of conversations on the client's side. */
import type { CursorQuery, Page, ParsedOf } from '@casefront/core/contract';
import type { Message, Thread, ThreadSummary, threads } from '@casefront/core/contract/threads';
import type { ClientContext } from '../context.ts';
import { issue, notFound, problem } from '../http/problem.ts';
import { clientsMayWrite, hasInbox } from './setting.ts';
import { open, send } from './write.ts';

type Query = ParsedOf<typeof threads.list>;
type Start = ParsedOf<typeof threads.start>;

export async function listThreads(ctx: ClientContext, query: Query): Promise<Page<ThreadSummary>> {
  requireInbox(ctx);
  return await ctx.backend.threads.list(query);
}

export async function readThread(ctx: ClientContext, id: string): Promise<Thread> {
  requireInbox(ctx);
  return (await ctx.backend.threads.get(id)) ?? notFound();
}

export async function listMessages(
  ctx: ClientContext,
  id: string,
  query: CursorQuery,
): Promise<Page<Message>> {
  requireInbox(ctx);
  return (await ctx.backend.threads.messages(id, query)) ?? notFound();
}

/** A client writes to whom they check among those who work on their case, and to nobody else. */
export async function startThread(ctx: ClientContext, input: Start): Promise<Thread> {
  requireWriting(ctx);
  return await ctx.transaction(async (tx) => {
    const reachable = (await ctx.backend.threads.reachable(input.caseId)) ?? notFound();
    // Only who may be written to may write.
    if (!reachable.some(({ id }) => id === ctx.actor.id)) throw problem('forbidden');
    const team = new Set(reachable.filter(({ side }) => side === 'firm').map(({ id }) => id));
    requireRecipients(input.recipientIds, (id) => team.has(id));
    const id = await open(ctx, tx, { ...input, authorId: ctx.actor.id });
    return (await ctx.backend.threads.get(id)) ?? notFound();
  });
}

export async function reply(ctx: ClientContext, id: string, body: string): Promise<Message> {
  requireWriting(ctx);
  return await ctx.transaction(async (tx) => {
    const message = (await send(ctx, tx, id, { authorId: ctx.actor.id, body })) ?? notFound();
    if (await ctx.backend.threads.isResting(id)) throw problem('recipients.outside-case');
    const readers = await ctx.backend.threads.readers(id);
    // Everyone of the firm whom it went to has left the case: better said than never answered.
    if (!readers.some(({ side }) => side === 'firm')) throw problem('recipients.outside-case');
    return message;
  });
}

/** Somebody from elsewhere, a colleague outside the case and nobody at all look the same. */
export function requireRecipients(ids: readonly string[], isReachable: (id: string) => boolean): void {
  const issues = ids.flatMap((id, index) =>
    isReachable(id) ? [] : [issue(['recipientIds', index], 'outside-case', 'Does not work on this case')],
  );
  if (issues.length > 0) throw problem('recipients.outside-case', { issues });
}

function requireInbox({ firm }: ClientContext): void {
  if (!hasInbox(firm)) notFound();
}

function requireWriting(ctx: ClientContext): void {
  requireInbox(ctx);
  if (!clientsMayWrite(ctx.firm)) throw problem('forbidden');
}
