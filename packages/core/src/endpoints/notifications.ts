// Derived from contract/notifications.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/notifications.ts';
import type { RoutesOf } from './route.ts';

export const notifications: RoutesOf<typeof contract.notifications> = {
  counts: { name: 'notifications.counts', method: 'GET', path: '/notifications/counts' },
  list: { name: 'notifications.list', method: 'GET', path: '/notifications' },
  seen: { name: 'notifications.seen', method: 'POST', path: '/notifications/seen' },
};
