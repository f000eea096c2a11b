// Derived from contract/firm/events.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/events.ts';
import type { RoutesOf } from '../route.ts';

export const events: RoutesOf<typeof contract.events> = {
  list: { name: 'firm.events.list', method: 'GET', path: '/firm/events' },
  create: { name: 'firm.events.create', method: 'POST', path: '/firm/events', activity: true },
  update: { name: 'firm.events.update', method: 'PATCH', path: '/firm/events/:id', activity: true },
};
