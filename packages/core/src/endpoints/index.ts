// Derived from the contract by `npm run generate`; do not edit.
export { activity } from './activity.ts';
export { cases } from './cases.ts';
export { checklist } from './checklist.ts';
export { dashboard } from './dashboard.ts';
export { email } from './email.ts';
export { events } from './events.ts';
export { factors } from './factors.ts';
export { firm } from './firm.ts';
export { firms } from './firms.ts';
export { invitations } from './invitations.ts';
export { notifications } from './notifications.ts';
export { password } from './password.ts';
export { profile } from './profile.ts';
export { session } from './session.ts';
export { sessions } from './sessions.ts';
export { messages, threads } from './threads.ts';
