// Derived from the contract by `npm run generate`; do not edit.
export { activity } from './activity.ts';
export { cases } from './cases.ts';
export { dashboard } from './dashboard.ts';
export { events } from './events.ts';
export { firm } from './firm.ts';
export { invitations } from './invitations.ts';
export { notifications } from './notifications.ts';
export { session } from './session.ts';
export { messages, threads } from './threads.ts';
