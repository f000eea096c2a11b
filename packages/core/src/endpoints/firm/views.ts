// Derived from contract/firm/views.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/views.ts';
import type { RoutesOf } from '../route.ts';

export const views: RoutesOf<typeof contract.views> = {
  create: { name: 'firm.views.create', method: 'POST', path: '/firm/people/:id/views', activity: true },
};
