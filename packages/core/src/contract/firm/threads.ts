import * as z from 'zod';
import { get, post } from '../endpoint.ts';
import { CaseId, PersonId } from '../ids.ts';
import { CursorQuery, page } from '../page.ts';
import { Message, MessageBody, recipientLimit, subjectLimit, Thread, ThreadSummary } from '../threads.ts';
import { line } from '../values.ts';

/** A member of the firm writes in their own name; an API key must say in whose (`authorId`). */
const author = { authorId: PersonId.optional() };

export const threads = {
  /** Conversations that the member of the firm takes part in; all of them for an API key. Newest message first. */
  list: get('/firm/threads', {
    summary: 'Conversations',
    audience: 'firm',
    scope: 'messages',
    input: CursorQuery.extend({ caseId: CaseId.optional() }),
    result: page(ThreadSummary),
  }),
  get: get('/firm/threads/:id', {
    summary: 'One conversation, without its messages',
    audience: 'firm',
    scope: 'messages',
    sensitive: 'thread',
    result: Thread,
    errors: ['not-found'],
  }),
  /** Writes to clients on a case, and to colleagues who work on it. */
  start: post('/firm/threads', {
    summary: 'Start a conversation',
    audience: 'firm',
    scope: 'messages',
    input: z.strictObject({
      caseId: CaseId,
      recipientIds: z.array(PersonId).min(1).max(recipientLimit),
      subject: line(subjectLimit),
      body: MessageBody,
      ...author,
    }),
    result: Thread,
    errors: ['not-found', 'forbidden', 'recipients.outside-case'],
    activity: true,
  }),
};

export const messages = {
  /** The messages of a conversation, newest first. */
  list: get('/firm/threads/:id/messages', {
    summary: 'Messages of a conversation, newest first',
    audience: 'firm',
    scope: 'messages',
    sensitive: 'thread',
    input: CursorQuery,
    result: page(Message),
    errors: ['not-found'],
  }),
  /** Answers in a conversation; everyone in it is told. While somebody in it is frozen it rests: a `conflict`. */
  reply: post('/firm/threads/:id/messages', {
    summary: 'Answer in a conversation',
    audience: 'firm',
    scope: 'messages',
    input: z.strictObject({ body: MessageBody, ...author }),
    result: Message,
    errors: ['not-found', 'forbidden', 'conflict'],
    activity: true,
  }),
};
