import * as z from 'zod';
import { get, post } from '../endpoint.ts';
import { Instant, open } from '../values.ts';
import { FirmInvitation } from './people.ts';

/** How a person may come in, as the firm sees it. */
export const Access = z.object({
  state: open('none', 'invited', 'active', 'disabled'),
  /** The last invitation that still counts. */
  invitation: z
    .object({ email: z.string(), sentAt: Instant, expiresAt: Instant, expired: z.boolean() })
    .nullable(),
  lastSignInAt: Instant.nullable(),
  /** Whether they have a second factor, and whether the firm asks them for one. */
  secondFactor: z.boolean(),
  secondFactorRequired: z.boolean(),
  /** On how many browsers they are signed in now. */
  sessions: z.int().nonnegative(),
});
export type Access = z.infer<typeof Access>;

const act = { audience: 'firm', scope: 'people', errors: ['not-found', 'forbidden', 'conflict'] } as const;

/**
 * Portal access of a person. Colleagues are for admins; a client for whoever may invite them. Inviting, and inviting
 * again, is `firm.invitations.create`.
 */
export const access = {
  get: get('/firm/people/:id/access', {
    ...act,
    summary: 'How a person may come in',
    result: Access,
    errors: ['not-found', 'forbidden'],
  }),
  /**
   * Shuts the access for a while: sessions, streams, links and downloads of the person end at once, and their password
   * and passkeys with them. `conflict` for one's own access and for that of the only admin.
   */
  disable: post('/firm/people/:id/access/disable', {
    ...act,
    summary: 'Shut a person’s access',
    result: Access,
    activity: true,
  }),
  /** Opens it again by a fresh invitation: the old password does not come back to life. `conflict` when it is open. */
  enable: post('/firm/people/:id/access/enable', {
    ...act,
    summary: 'Open a person’s access again',
    result: FirmInvitation,
    errors: [...act.errors, 'auth.step-up'],
    activity: true,
  }),
  /**
   * Mails the person a link to set a new password; the old one works until then. The firm never sees or chooses one.
   * `conflict` for oneself, and for who has no access yet: they are invited again.
   */
  reset: post('/firm/people/:id/access/reset', {
    ...act,
    summary: 'Mail a person a link to set a new password',
    result: Access,
    errors: [...act.errors, 'auth.step-up'],
    activity: true,
  }),
  /** Takes the second factors of somebody away who has lost them all, and signs them out. Admins only. */
  removeFactors: post('/firm/people/:id/access/remove-factors', {
    ...act,
    scope: undefined,
    summary: 'Remove the second factors of a person who has lost them',
    result: Access,
    stepUp: true,
    activity: true,
  }),
};
