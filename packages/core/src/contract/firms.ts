import * as z from 'zod';
import { get } from './endpoint.ts';
import { WebUrl } from './values.ts';

/** A firm whose portal the viewer has access to, under the same e-mail address. */
export const MyFirm = z.object({
  name: z.string(),
  /** Its portal, with a sign-in of its own. */
  portalUrl: WebUrl,
  logoUrl: WebUrl.nullable(),
  current: z.boolean(),
});
export type MyFirm = z.infer<typeof MyFirm>;

export const firms = {
  /** The portals of this server that the viewer’s confirmed e-mail address opens; at least the current one. */
  list: get('/firms', {
    summary: 'The portals of the viewer',
    audience: 'person',
    result: z.object({ items: z.array(MyFirm) }),
  }),
};
