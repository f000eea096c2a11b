import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../../context.ts';
import { listMessages, listThreads, readThread, reply, startThread } from './service.ts';

export const firmThreads: Implemented<FirmContract['threads']> = {
  list: (ctx, query) => listThreads(ctx, query),
  get: (ctx, { id }) => readThread(ctx, id),
  start: (ctx, input) => startThread(ctx, input),
};

export const firmMessages: Implemented<FirmContract['messages']> = {
  list: (ctx, { id, ...query }) => listMessages(ctx, id, query),
  reply: (ctx, { id, ...input }) => reply(ctx, id, input),
};
