// Derived from contract/sessions.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/sessions.ts';
import type { RoutesOf } from './route.ts';

export const sessions: RoutesOf<typeof contract.sessions> = {
  list: { name: 'sessions.list', method: 'GET', path: '/sessions' },
  end: { name: 'sessions.end', method: 'DELETE', path: '/sessions/:id', activity: true },
  endOthers: { name: 'sessions.endOthers', method: 'POST', path: '/sessions/end-others', activity: true },
};
