import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { listCases, listRecipients, readCase } from './service.ts';

export const cases: Implemented<ClientContract['cases']> = {
  list: (ctx, query) => listCases(ctx, query),
  get: (ctx, { id }) => readCase(ctx, id),
  recipients: (ctx, { id }) => listRecipients(ctx, id),
};
