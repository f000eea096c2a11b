import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { listMessages, listThreads, readThread, reply, startThread } from './service.ts';

export const threads: Implemented<ClientContract['threads']> = {
  list: (ctx, query) => listThreads(ctx, query),
  get: (ctx, { id }) => readThread(ctx, id),
  start: (ctx, input) => startThread(ctx, input),
};

export const messages: Implemented<ClientContract['messages']> = {
  list: (ctx, { id, ...query }) => listMessages(ctx, id, query),
  reply: (ctx, { id, body }) => reply(ctx, id, body),
};
