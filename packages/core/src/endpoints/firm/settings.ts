// Derived from contract/firm/settings.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/settings.ts';
import type { RoutesOf } from '../route.ts';

export const settings: RoutesOf<typeof contract.settings> = {
  get: { name: 'firm.settings.get', method: 'GET', path: '/firm/settings' },
  update: { name: 'firm.settings.update', method: 'PATCH', path: '/firm/settings', activity: true },
};
