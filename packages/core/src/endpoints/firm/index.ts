// Derived from the contract by `npm run generate`; do not edit.
export { access } from './access.ts';
export { cases, steps } from './cases.ts';
export { events } from './events.ts';
export { keys } from './keys.ts';
export { invitations, people } from './people.ts';
export { settings } from './settings.ts';
export { shares } from './shares.ts';
export { messages, threads } from './threads.ts';
export { views } from './views.ts';
