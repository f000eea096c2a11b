import * as z from 'zod';
import { post } from '../endpoint.ts';
import { PersonId, ViewId } from '../ids.ts';
import { Instant } from '../values.ts';

/** Leave to look at the portal as a client sees it. Send `id` as `X-Portal-View` with the session of who asked. */
export const View = z.object({ id: ViewId, personId: PersonId, name: z.string(), expiresAt: Instant });
export type View = z.infer<typeof View>;

export const views = {
  /**
   * Begins to see the portal as a client does: of what the client sees, the part that the caller may see too. For half
   * an hour, in the session of the caller and with the header `X-Portal-View`, what a client may read is read with the
   * client's eyes (where the contract says `viewable`), and whatever changes something is `view.read-only`. Nothing counts
   * as seen, and the journal keeps who looked. `view.ended` when it is over: also when the session is, the client is shut
   * out, or the caller no longer answers for them. For staff, not for keys; `conflict` for colleagues.
   */
  create: post('/firm/people/:id/views', {
    summary: 'See the portal as a client does',
    audience: 'firm',
    result: View,
    errors: ['not-found', 'forbidden', 'conflict'],
    activity: true,
  }),
};
