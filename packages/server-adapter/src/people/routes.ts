import type { FirmContract } from '@casefront/core/contract/firm/index';
import type { Implemented } from '../context.ts';
import { createPerson, listPeople, readPerson, updatePerson } from './service.ts';

export const people: Implemented<FirmContract['people']> = {
  list: (ctx, query) => listPeople(ctx, query),
  get: (ctx, { id }) => readPerson(ctx, id),
  create: (ctx, input) => createPerson(ctx, input),
  update: (ctx, { id, ...input }) => updatePerson(ctx, id, input),
};
