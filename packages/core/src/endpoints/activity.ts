// Derived from contract/activity.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/activity.ts';
import type { RoutesOf } from './route.ts';

export const activity: RoutesOf<typeof contract.activity> = {
  list: { name: 'activity.list', method: 'GET', path: '/activity' },
};
