/** The rules of conversations on the firm's side. */
import type { CursorQuery, Page, ParsedOf } from '@casefront/core/contract';
import type { threads } from '@casefront/core/contract/firm/threads';
import type { Message, Thread, ThreadSummary } from '@casefront/core/contract/threads';
import type { FirmContext } from '../../context.ts';
import { conflict, issue, notFound, problem } from '../../http/problem.ts';
import { requireRecipients } from '../service.ts';
import { hasInbox } from '../setting.ts';
import { open, send } from '../write.ts';

type Query = ParsedOf<typeof threads.list>;
type Start = ParsedOf<typeof threads.start>;

export const listThreads = (ctx: FirmContext, query: Query): Promise<Page<ThreadSummary>> =>
  ctx.backend.threads.list(query);

export async function readThread(ctx: FirmContext, id: string): Promise<Thread> {
  return (await ctx.backend.threads.get(id)) ?? notFound();
}

export async function listMessages(ctx: FirmContext, id: string, query: CursorQuery): Promise<Page<Message>> {
  return (await ctx.backend.threads.messages(id, query)) ?? notFound();
}

/** The firm writes to clients in a case, at least one, and to colleagues who work on it. */
export async function startThread(ctx: FirmContext, input: Start): Promise<Thread> {
  const authorId = authorOf(ctx, input.authorId);
  return await ctx.transaction(async (tx) => {
    const reachable = (await ctx.backend.threads.reachable(input.caseId)) ?? notFound();
    const sides = new Map(reachable.map(({ id, side }) => [id, side]));
    if (ctx.actor.kind === 'key' && sides.get(authorId) !== 'firm') throw notTheirs();
    requireRecipients(input.recipientIds, (id) => sides.has(id) || id === authorId);
    if (!input.recipientIds.some((id) => sides.get(id) === 'client')) {
      throw problem('request.invalid', {
        issues: [issue(['recipientIds'], 'no-client', 'Has nobody from the client’s side')],
      });
    }
    const id = await open(ctx, tx, { ...input, authorId });
    return (await ctx.backend.threads.get(id)) ?? notFound();
  });
}

export async function reply(
  ctx: FirmContext,
  id: string,
  input: { body: string; authorId?: string | undefined },
): Promise<Message> {
  const authorId = authorOf(ctx, input.authorId);
  return await ctx.transaction(async (tx) => {
    // A system writes in the name of others, but not into what it does not see itself.
    if (!(await ctx.backend.threads.get(id))) notFound();
    if (await ctx.backend.threads.isResting(id)) throw isResting();
    const message = await send(ctx, tx, id, { authorId, body: input.body });
    // The one whose name a system gave need not be in it.
    if (message?.author.side !== 'firm') throw notTheirs();
    return message;
  });
}

/** In whose name it is written: staff only in their own, a system only in the name of somebody. */
function authorOf({ actor, firm }: FirmContext, authorId: string | undefined): string {
  // Nobody could read it.
  if (!hasInbox(firm)) throw problem('forbidden');
  if (actor.kind === 'staff') {
    if (authorId !== undefined && authorId !== actor.id) throw notTheirs();
    return actor.id;
  }
  if (authorId !== undefined) return authorId;
  throw problem('request.invalid', {
    issues: [issue(['authorId'], 'required', 'Says in whose name an API key writes')],
  });
}

const isResting = () => conflict([], 'frozen', 'Somebody in it is frozen: write to the others anew');

/** Somebody from elsewhere, somebody outside the case and nobody at all look the same. */
const notTheirs = () =>
  problem('forbidden', { issues: [issue(['authorId'], 'forbidden', 'Cannot write here in this name')] });
