// Derived from contract/events.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/events.ts';
import type { RoutesOf } from './route.ts';

export const events: RoutesOf<typeof contract.events> = {
  list: { name: 'events.list', method: 'GET', path: '/events' },
};
