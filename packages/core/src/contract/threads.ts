import * as z from 'zod';
import { get, post } from './endpoint.ts';
import { CaseId, MessageId, PersonId, ThreadId } from './ids.ts';
import { messageLimit, recipientLimit, subjectLimit } from './limits.ts';
import { CursorQuery, page } from './page.ts';
import { Instant, line, open, Revision, text } from './values.ts';

export { messageLimit, recipientLimit, subjectLimit };

/** Someone in a conversation. */
export const Correspondent = z.object({
  id: PersonId,
  name: z.string(),
  /** On whose side: the client's or the firm's. */
  side: open('client', 'firm'),
});
export type Correspondent = z.infer<typeof Correspondent>;

export const Message = z.object({
  id: MessageId,
  author: Correspondent,
  /** Plain text; show it as text. */
  body: z.string(),
  sentAt: Instant,
});
export type Message = z.infer<typeof Message>;

export const ThreadSummary = z.object({
  id: ThreadId,
  caseId: CaseId,
  caseTitle: z.string(),
  subject: z.string(),
  /** The beginning of the last message, on one line, at most 140 characters; ends in `…` where it was cut. */
  snippet: z.string(),
  lastAuthor: Correspondent,
  lastMessageAt: Instant,
  messageCount: z.int(),
  unseen: z.boolean(),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

export const Thread = ThreadSummary.extend({
  /** Everyone who can read it, the viewer among them. */
  participants: z.array(Correspondent),
  revision: Revision,
});
export type Thread = z.infer<typeof Thread>;

export const MessageBody = text(messageLimit);

export const StartThread = z.strictObject({
  caseId: CaseId,
  /** One or more of the case's recipients; they, and only they, are told. */
  recipientIds: z.array(PersonId).min(1).max(recipientLimit),
  subject: line(subjectLimit),
  body: MessageBody,
});

/** Conversations with the firm about a case. */
export const threads = {
  /** The viewer's conversations, newest message first. */
  list: get('/threads', {
    viewable: true,
    summary: 'Conversations of the viewer',
    audience: 'client',
    input: CursorQuery.extend({ caseId: CaseId.optional() }),
    result: page(ThreadSummary),
  }),
  get: get('/threads/:id', {
    viewable: true,
    summary: 'One conversation, without its messages',
    audience: 'client',
    sensitive: 'thread',
    result: Thread,
    errors: ['not-found'],
  }),
  /** Writes to checked members of the firm who work on the case. */
  start: post('/threads', {
    summary: 'Start a conversation',
    audience: 'client',
    input: StartThread,
    result: Thread,
    errors: ['not-found', 'forbidden', 'recipients.outside-case'],
    activity: true,
  }),
};

export const messages = {
  /** The messages of a conversation, newest first; `next` leads to earlier ones. */
  list: get('/threads/:id/messages', {
    viewable: true,
    summary: 'Messages of a conversation, newest first',
    audience: 'client',
    sensitive: 'thread',
    input: CursorQuery,
    result: page(Message),
    errors: ['not-found'],
  }),
  /** Answers in a conversation; everyone in it is told. Refused when nobody of the firm is in it any more, or somebody else is kept from it for now. */
  reply: post('/threads/:id/messages', {
    summary: 'Answer in a conversation',
    audience: 'client',
    input: z.strictObject({ body: MessageBody }),
    result: Message,
    errors: ['not-found', 'forbidden', 'recipients.outside-case'],
    activity: true,
  }),
};
