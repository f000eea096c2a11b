// Derived from contract/firm/threads.ts by `npm run generate`; do not edit.
import type * as contract from '../../contract/firm/threads.ts';
import type { RoutesOf } from '../route.ts';

export const messages: RoutesOf<typeof contract.messages> = {
  list: { name: 'firm.messages.list', method: 'GET', path: '/firm/threads/:id/messages' },
  reply: { name: 'firm.messages.reply', method: 'POST', path: '/firm/threads/:id/messages', activity: true },
};

export const threads: RoutesOf<typeof contract.threads> = {
  list: { name: 'firm.threads.list', method: 'GET', path: '/firm/threads' },
  get: { name: 'firm.threads.get', method: 'GET', path: '/firm/threads/:id' },
  start: { name: 'firm.threads.start', method: 'POST', path: '/firm/threads', activity: true },
};
