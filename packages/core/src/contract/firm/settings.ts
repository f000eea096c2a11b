import * as z from 'zod';
import { get, patch } from '../endpoint.ts';
import { lockableFields } from '../profile.ts';
import { open, WebUrl } from '../values.ts';

/** What a firm may set for its portal. */
export const Settings = z.object({
  /** Who has to have a second factor. */
  secondFactor: open('nobody', 'staff', 'everybody'),
  /** Most minutes without an act that a person may choose before they are signed out. */
  idleMinutes: z.int(),
  /** Quick exit on every page, and neutral titles and mails, for people who are watched. */
  safety: z.boolean(),
  /** Where the quick exit leads; a page that tells nothing. */
  exitUrl: WebUrl,
  /** Fields of their own details that clients cannot change. */
  lockedFields: z.array(open(...lockableFields)),
});
export type Settings = z.infer<typeof Settings>;

/** Admins only, and never by a key. */
export const settings = {
  get: get('/firm/settings', {
    summary: 'What the firm has set',
    audience: 'firm',
    result: Settings,
    errors: ['forbidden'],
  }),
  update: patch('/firm/settings', {
    summary: 'Change what the firm has set',
    audience: 'firm',
    input: z
      .strictObject({
        secondFactor: z.enum(['nobody', 'staff', 'everybody']),
        idleMinutes: z.int().min(5).max(60),
        safety: z.boolean(),
        exitUrl: WebUrl,
        lockedFields: z.array(z.enum(lockableFields)).max(lockableFields.length),
      })
      .partial(),
    result: Settings,
    errors: ['forbidden'],
    stepUp: true,
    activity: true,
  }),
};
