// Derived from contract/firm.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/firm.ts';
import type { RoutesOf } from './route.ts';

export const firm: RoutesOf<typeof contract.firm> = {
  get: { name: 'firm.get', method: 'GET', path: '/firm' },
};
