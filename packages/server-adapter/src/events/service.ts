import type { Page, ParsedOf } from '@casefront/core/contract';
import type { Event, events } from '@casefront/core/contract/events';
import type { ClientContext } from '../context.ts';

export const listEvents = (ctx: ClientContext, query: ParsedOf<typeof events.list>): Promise<Page<Event>> =>
  ctx.backend.events.list(query);
