// Derived from contract/threads.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/threads.ts';
import type { RoutesOf } from './route.ts';

export const messages: RoutesOf<typeof contract.messages> = {
  list: { name: 'messages.list', method: 'GET', path: '/threads/:id/messages' },
  reply: { name: 'messages.reply', method: 'POST', path: '/threads/:id/messages', activity: true },
};

export const threads: RoutesOf<typeof contract.threads> = {
  list: { name: 'threads.list', method: 'GET', path: '/threads' },
  get: { name: 'threads.get', method: 'GET', path: '/threads/:id' },
  start: { name: 'threads.start', method: 'POST', path: '/threads', activity: true },
};
