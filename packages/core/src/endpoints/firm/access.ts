// Derived from contract/firm/access.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/access.ts';
import type { RoutesOf } from '../route.ts';

export const access: RoutesOf<typeof contract.access> = {
  get: { name: 'firm.access.get', method: 'GET', path: '/firm/people/:id/access' },
  disable: {
    name: 'firm.access.disable',
    method: 'POST',
    path: '/firm/people/:id/access/disable',
    activity: true,
  },
  enable: {
    name: 'firm.access.enable',
    method: 'POST',
    path: '/firm/people/:id/access/enable',
    activity: true,
  },
  reset: { name: 'firm.access.reset', method: 'POST', path: '/firm/people/:id/access/reset', activity: true },
  removeFactors: {
    name: 'firm.access.removeFactors',
    method: 'POST',
    path: '/firm/people/:id/access/remove-factors',
    activity: true,
  },
};
