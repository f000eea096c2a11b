/** Every endpoint of the contract with the service behind it. One that is missing does not compile. */
import type { Contract } from '@casefront/core/contract';
import { firmAccess } from './access/firm/routes.ts';
import { activity } from './activity/routes.ts';
import { firmCases, firmSteps } from './cases/firm/routes.ts';
import { cases } from './cases/routes.ts';
import { checklist } from './checklist/routes.ts';
import type { Implemented } from './context.ts';
import { dashboard } from './dashboard/routes.ts';
import { email } from './email/routes.ts';
import { firmEvents } from './events/firm/routes.ts';
import { events } from './events/routes.ts';
import { factors } from './factors/routes.ts';
import { firm, settings } from './firm/routes.ts';
import { firms } from './firms/routes.ts';
import { firmInvitations } from './invitations/firm/routes.ts';
import { invitations } from './invitations/routes.ts';
import { keys } from './keys/routes.ts';
import { notifications } from './notifications/routes.ts';
import { password } from './password/routes.ts';
import { people } from './people/routes.ts';
import { profile } from './profile/routes.ts';
import { session } from './session/routes.ts';
import { sessions } from './sessions/routes.ts';
import { shares } from './shares/routes.ts';
import { firmMessages, firmThreads } from './threads/firm/routes.ts';
import { messages, threads } from './threads/routes.ts';
import { views } from './views/routes.ts';

const client = {
  session,
  sessions,
  factors,
  password,
  email,
  profile,
  checklist,
  firms,
  invitations,
  dashboard,
  cases,
  events,
  threads,
  messages,
  notifications,
  activity,
};

export const implementation: Implemented<Contract> = {
  ...client,
  firm: {
    ...firm,
    people,
    invitations: firmInvitations,
    cases: firmCases,
    steps: firmSteps,
    threads: firmThreads,
    messages: firmMessages,
    events: firmEvents,
    shares,
    keys,
    access: firmAccess,
    views,
    settings,
  },
};
