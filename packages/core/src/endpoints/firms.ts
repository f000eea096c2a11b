// Derived from contract/firms.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/firms.ts';
import type { RoutesOf } from './route.ts';

export const firms: RoutesOf<typeof contract.firms> = {
  list: { name: 'firms.list', method: 'GET', path: '/firms' },
};
