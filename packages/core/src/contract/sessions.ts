import * as z from 'zod';
import { del, get, post } from './endpoint.ts';
import { SessionId } from './ids.ts';
import { Instant, open } from './values.ts';

/** One signed-in browser of the viewer. */
export const Device = z.object({
  id: SessionId,
  /** What the browser calls itself, shortened to words for a person: `Firefox on Windows`. */
  device: z.string(),
  /** How the person showed who they are. */
  method: open('password', 'invitation', 'reset', 'passkey', 'totp', 'recovery-code', 'host'),
  createdAt: Instant,
  /** To the minute. */
  lastSeenAt: Instant,
  /** When it ends whatever happens. */
  expiresAt: Instant,
  /** True for the one that asks. */
  current: z.boolean(),
});
export type Device = z.infer<typeof Device>;

export const sessions = {
  /** Every browser that the viewer is signed in on now, the one that asks first (ASVS 7.5.2). */
  list: get('/sessions', {
    summary: 'Where the viewer is signed in',
    audience: 'person',
    result: z.object({ items: z.array(Device) }),
  }),
  /** Signs one of the viewer's browsers out, at once. */
  end: del('/sessions/:id', {
    summary: 'Sign out on one browser',
    audience: 'person',
    errors: ['not-found'],
    activity: true,
  }),
  /** Signs out everywhere but here. */
  endOthers: post('/sessions/end-others', {
    summary: 'Sign out on every other browser',
    audience: 'person',
    activity: true,
  }),
};
