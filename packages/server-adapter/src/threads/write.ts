/** Writing, as both sides do it: state, shares and journal in the transaction that is open. */
import type { Message } from '@casefront/core/contract/threads';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { append, journalActor } from '../journal/index.ts';
import { markSeen, share } from '../shares/index.ts';
import type { Tx } from '../sql/database.ts';

/** Somebody writes in their own name, or a system of the firm in the name of somebody. */
interface Letter {
  readonly authorId: string;
  readonly body: string;
}

interface Opening extends Letter {
  readonly caseId: string;
  readonly subject: string;
  /** Who is told besides the author. */
  readonly recipientIds: readonly string[];
}

/** Opens a conversation between the author and exactly the recipients, and answers its id. */
export async function open(ctx: Context, tx: Tx, opening: Opening): Promise<string> {
  const { caseId, subject, authorId, recipientIds } = opening;
  const id = newId('thread');
  const personIds = [...new Set([authorId, ...recipientIds])];

  await ctx.backend.threads.add({ id, caseId, subject, authorId, at: tx.at });
  const entry = await append(tx, {
    firmId: ctx.firm.id,
    actor: journalActor(ctx.actor),
    verb: 'thread.started',
    subject: { type: 'thread', id },
    caseId,
    data: { personIds },
  });
  await share(tx, entry, { subject: { type: 'thread', id }, caseId, personIds });
  if (!(await send(ctx, tx, id, opening))) throw new Error(`The author of ${id} is not in it`);
  return id;
}

/**
 * Adds a message, which everybody in the conversation but its author is told of. Undefined when the author is not in
 * the conversation.
 */
export async function send(
  ctx: Context,
  tx: Tx,
  threadId: string,
  { authorId, body }: Letter,
): Promise<Message | undefined> {
  const { threads } = ctx.backend;
  const id = newId('message');
  const written = await threads.write({ id, threadId, authorId, body, at: tx.at });
  if (!written) return undefined;

  const subject = { type: 'thread', id: threadId } as const;
  const { seq } = await append(tx, {
    firmId: ctx.firm.id,
    actor: journalActor(ctx.actor),
    verb: 'message.sent',
    subject,
    caseId: written.caseId,
    data: { messageId: id },
  });
  // A system wrote it in the author's name: to the author it is no news either.
  if (ctx.actor.kind === 'key') {
    await markSeen(tx, { firmId: ctx.firm.id, personId: authorId, subject, revision: seq });
  }
  return { id, author: written.author, body, sentAt: written.sentAt };
}
