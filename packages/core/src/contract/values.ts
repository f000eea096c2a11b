/** The small wire types that every noun uses. */
import * as z from 'zod';

/** An instant, UTC with milliseconds: `2026-03-03T15:00:00.000Z` (RFC 3339). */
export const Instant = z.iso.datetime({ precision: 3 });

/** A calendar day without a zone: `2026-03-03`. A due date is never an instant, so it cannot slip by a day. */
export const PlainDate = z.iso.date();

/** An IANA time zone that this runtime knows: `America/New_York`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'Not an IANA time zone');

/** Zones that were found to be known: asking Intl takes as long as all the rest of a page of events. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (knownZones.size < 1000) knownZones.add(name);
  return true;
}

/** A BCP 47 language tag: `en`, `es`, `zh-Hans`. */
export const Locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Not a language tag');

/** A colour as `#rrggbb`. */
export const HexColour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Not a colour like #1f4b6e');

/** A link that is safe to put in an href: http(s) only, so never `javascript:`. */
export const WebUrl = z.url({ protocol: /^https?$/ }).max(2000);

/** The secret of a link in a mail; it travels in the URL fragment, so it reaches no server log (ASVS 14.2.1). */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'Not the token of a link');

/** C0 and C1 controls except tab, newline and return; they only serve to spoof or break what is shown. */
// oxlint-disable-next-line no-control-regex -- naming them is the point
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** Marks that turn the direction of what comes after them; in a name or a title they reorder the words around it. */
const turns = /[\u202A-\u202E\u2066-\u2069]/;

/** Half of a surrogate pair is no character: UTF-8 cannot hold it, and something else would be stored. */
const whole = z.refine<string>((value) => value.isWellFormed(), 'Has a character that cannot be stored');

/** One line of plain text that a person typed, trimmed, 1 to `max` characters, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .check(whole)
    .refine(
      (text) => !controls.test(text) && !turns.test(text) && !/[\t\n\r]/.test(text),
      'Has a character that cannot be shown',
    );

/** Plain text of several lines, 1 to `max` characters. Never HTML, never rendered as such. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .check(whole)
    .refine((value) => value.trim().length > 0, { message: 'Is empty', params: { code: 'too_small' } })
    .refine((value) => !controls.test(value), 'Has a character that cannot be shown');

/**
 * An e-mail address as typed. NFKC before validation, so that what is checked is what is compared later
 * (Auth.js GHSA-7rqj validated first and normalised afterwards).
 */
export const Email = z
  .string()
  .trim()
  .max(254)
  .check(whole)
  .transform((address) => address.normalize('NFKC'))
  .pipe(z.email());

/**
 * A closed set of words today that may grow: a newer server may answer one that this client does not know,
 * so a response keeps any string and only the type names the known ones. Never used in requests.
 */
export const open = <const T extends string>(...known: readonly T[]) =>
  z.string().meta({ 'x-known-values': [...known] }) as unknown as z.ZodType<
    T | (string & {}),
    T | (string & {})
  >;

/** What can be shared with a person, and so be visible, counted, notified and seen. */
export const SubjectType = z.enum(['case', 'thread', 'event']);
export type SubjectType = z.infer<typeof SubjectType>;

/**
 * The number of the last change of an item that its viewer may know of. Hand it back with `notifications.seen`,
 * so that only what was really on the screen counts as seen. It falls when what was new is taken back unseen.
 *
 * It counts all entries of the firm's journal, as ids of activity (`act_…`) and the cursors of notifications and
 * activity do. Whoever compares two of them learns how much the whole firm did in between; never what, or for whom.
 */
export const Revision = z.int().nonnegative();

/** What the browser's `PublicKeyCredential.toJSON()` gives; its inside is checked by the server's WebAuthn library. */
export const PasskeyResponse = z.looseObject({ id: z.string().max(1024), type: z.literal('public-key') });

/** For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
export const PasskeyOptions = z.object({ options: z.looseObject({ challenge: z.string() }) });
