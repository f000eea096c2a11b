import * as z from 'zod';
import { post } from '../endpoint.ts';
import { PersonId, ViewId } from '../ids.ts';
import { Instant } from '../values.ts';

/** Leave to look at the portal as a client sees it. Send `id` as `X-Portal-View` with the session of who asked. */
export const View = z.object({ id: ViewId, personId: PersonId, name: z.string(), expiresAt: Instant });
export type View = z.infer<typeof View>;

export const views = {
  /**
   * Begins to see the portal as a client does: of what the client sees, the part that the caller may see too. Reads
   * only; nothing counts as seen, and the journal keeps who looked. For staff, not for keys.
   */
  create: post('/firm/people/:id/views', {
    summary: 'See the portal as a client does',
    audience: 'firm',
    result: View,
    errors: ['not-found', 'forbidden'],
    activity: true,
  }),
};
