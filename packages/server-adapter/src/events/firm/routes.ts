import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../../context.ts';
import { createEvent, listEvents, updateEvent } from './service.ts';

export const firmEvents: Implemented<FirmContract['events']> = {
  list: (ctx, query) => listEvents(ctx, query),
  create: (ctx, input) => createEvent(ctx, input),
  update: (ctx, { id, ...input }) => updateEvent(ctx, id, input),
};
