// Derived from contract/session.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/session.ts';
import type { RoutesOf } from './route.ts';

export const session: RoutesOf<typeof contract.session> = {
  create: { name: 'session.create', method: 'POST', path: '/session', activity: true },
  get: { name: 'session.get', method: 'GET', path: '/session' },
  extend: { name: 'session.extend', method: 'POST', path: '/session/extend', activity: true },
  end: { name: 'session.end', method: 'DELETE', path: '/session' },
};
