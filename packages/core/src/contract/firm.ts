import * as z from 'zod';
import { get } from './endpoint.ts';
import { FirmId } from './ids.ts';
import { HexColour, Locale, TimeZone, WebUrl } from './values.ts';

/** How to reach the firm without the portal; shown in every error and empty state. */
export const Contact = z.object({
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  /** Office hours in the firm's own words. */
  hours: z.string(),
  website: WebUrl,
  /** What to do in an emergency; shown beside the message composer. */
  emergencyNote: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const Branding = z.object({
  /** One colour; the light and dark palettes are computed from it. */
  brand: HexColour,
  logoUrl: WebUrl.nullable(),
});
export type Branding = z.infer<typeof Branding>;

/** What anyone may know of a firm before signing in. */
export const Firm = z.object({
  id: FirmId,
  name: z.string(),
  branding: Branding,
  contact: Contact,
  /** The language of the firm; a person's own choice goes before it. */
  locale: Locale,
  timeZone: TimeZone,
  /** Set when people here may be watched: every page has a quick exit, which leads to `exitUrl`, and a neutral title. */
  safety: z.object({ exitUrl: WebUrl }).nullable(),
});
export type Firm = z.infer<typeof Firm>;

export const firm = {
  /** The firm whose portal this is: name, look, and how to reach it. */
  get: get('/firm', {
    viewable: true,
    summary: 'The firm: name, branding, contact',
    audience: 'public',
    result: Firm,
  }),
};
