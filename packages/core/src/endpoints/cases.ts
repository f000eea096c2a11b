// Derived from contract/cases.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/cases.ts';
import type { RoutesOf } from './route.ts';

export const cases: RoutesOf<typeof contract.cases> = {
  list: { name: 'cases.list', method: 'GET', path: '/cases' },
  get: { name: 'cases.get', method: 'GET', path: '/cases/:id' },
  recipients: { name: 'cases.recipients', method: 'GET', path: '/cases/:id/recipients' },
};
