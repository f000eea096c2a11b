import * as z from 'zod';
import { Activity } from './activity.ts';
import { Case } from './cases.ts';
import { get, patch } from './endpoint.ts';
import { Event } from './events.ts';
import { Me } from './session.ts';
import { Message, ThreadSummary } from './threads.ts';
import { Instant, line, Locale, open, text, TimeZone } from './values.ts';

/** What a person may want to be told about. */
export const noticeKinds = ['message', 'case', 'event'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
/** How. */
export const noticeChannels = ['portal', 'email'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

export const NoticePreference = z.object({
  kind: open(...noticeKinds),
  channel: open(...noticeChannels),
  on: z.boolean(),
});
export type NoticePreference = z.infer<typeof NoticePreference>;

/** Fields that a firm may keep to itself. */
export const lockableFields = ['name', 'phone', 'address', 'email'] as const;

export const Profile = Me.extend({
  phone: z.string().nullable(),
  /** Postal address, several lines. */
  address: z.string().nullable(),
  /** Minutes without an act after which this person is signed out, and the most that the firm allows. */
  idleMinutes: z.int(),
  idleMinutesMost: z.int(),
  /** Every kind by every channel. Mail about the account itself always comes. */
  notices: z.array(NoticePreference),
  /** Fields that only the firm changes. */
  locked: z.array(open(...lockableFields)),
  /** When the password was last set; null without one. */
  passwordChangedAt: Instant.nullable(),
  /** Fewest characters that a new password needs. */
  passwordMinimum: z.int(),
});
export type Profile = z.infer<typeof Profile>;

export const profile = {
  get: get('/profile', { summary: 'The viewer’s own details', audience: 'person', result: Profile }),
  /** Changes what is given. The firm sees a new name, phone or address. The e-mail address has a way of its own. */
  update: patch('/profile', {
    summary: 'Change the viewer’s own details',
    audience: 'person',
    input: z
      .strictObject({
        name: line(200),
        phone: line(40).nullable(),
        address: text(500).nullable(),
        locale: Locale,
        timeZone: TimeZone,
        idleMinutes: z.int().min(5).max(60),
        notices: z
          .array(
            z.strictObject({ kind: z.enum(noticeKinds), channel: z.enum(noticeChannels), on: z.boolean() }),
          )
          .max(noticeKinds.length * noticeChannels.length),
      })
      .partial(),
    result: Profile,
    errors: ['forbidden', 'request.invalid'],
    activity: true,
  }),
  /** Everything that the portal keeps about the viewer and that they may see, as JSON to keep. */
  data: get('/profile/data', {
    summary: 'The viewer’s own data, to keep',
    audience: 'person',
    result: z.object({
      exportedAt: Instant,
      firm: z.string(),
      profile: Profile,
      /** What a client can see, as in the portal. Colleagues' work is the firm's. */
      cases: z.array(Case).optional(),
      threads: z.array(ThreadSummary.extend({ messages: z.array(Message) })).optional(),
      events: z.array(Event).optional(),
      activity: z.array(Activity).optional(),
    }),
    stepUp: true,
    sensitive: 'person',
    long: true,
  }),
};
