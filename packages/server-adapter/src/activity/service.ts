import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Activity } from '@casefront/core/contract/activity';
import type { ClientContext } from '../context.ts';
import { hasInbox } from '../threads/setting.ts';

export const listActivity = (ctx: ClientContext, query: CursorQuery): Promise<Page<Activity>> =>
  ctx.backend.activity.list({ ...query, inbox: hasInbox(ctx.firm) });
