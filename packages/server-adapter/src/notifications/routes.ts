import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { countNews, listNews, seeItem } from './service.ts';

export const notifications: Implemented<ClientContract['notifications']> = {
  counts: (ctx) => countNews(ctx),
  list: (ctx, query) => listNews(ctx, query),
  seen: (ctx, sight) => seeItem(ctx, sight),
};
