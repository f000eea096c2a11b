/**
 * The contract between a portal and its server, each endpoint said once, as data.
 *
 * @example
 * for (const { name, endpoint } of walk(contract)) console.log(name, endpoint.method, endpoint.path);
 */
import { activity } from './activity.ts';
import { cases } from './cases.ts';
import { checklist } from './checklist.ts';
import { dashboard } from './dashboard.ts';
import { email } from './email.ts';
import { events } from './events.ts';
import { factors } from './factors.ts';
import { firm } from './firm.ts';
import { firmContract } from './firm/index.ts';
import { firms } from './firms.ts';
import { invitations } from './invitations.ts';
import { notifications } from './notifications.ts';
import { password } from './password.ts';
import { profile } from './profile.ts';
import { session } from './session.ts';
import { sessions } from './sessions.ts';
import { messages, threads } from './threads.ts';

/** What people in a browser call. */
export const clientContract = {
  firm,
  session,
  sessions,
  factors,
  invitations,
  password,
  email,
  profile,
  checklist,
  firms,
  dashboard,
  cases,
  events,
  threads,
  messages,
  notifications,
  activity,
};
export type ClientContract = typeof clientContract;

/** Everything the server serves: the client's side, and the firm's side under `firm`. */
export const contract = { ...clientContract, firm: { ...firm, ...firmContract } };
export type Contract = typeof contract;

/** The version that every path starts with. */
export const apiVersion = 'v1';

export * from './endpoint.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './page.ts';
export * from './values.ts';
