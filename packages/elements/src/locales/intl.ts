/**
 * Intl, wrapped: a bad locale tag, zone or currency throws a RangeError there, and one wrong value in a profile must
 * not blank a page. Instances are kept: making one costs more than a thousand uses.
 */

type Make<T, O> = new (locale: string, options?: O) => T;

const made = new Map<string, unknown>();

function make<T, O extends object>(Class: Make<T, O>, locale: string, options: O): T | undefined {
  const key = Class.name + locale + JSON.stringify(options);
  if (!made.has(key))
    made.set(key, attempt(() => new Class(locale, options)) ?? attempt(() => new Class('en', options)));
  return made.get(key) as T | undefined;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export const pluralRules = (locale: string) => make(Intl.PluralRules, locale, {})!;
export const relativeTime = (locale: string) => make(Intl.RelativeTimeFormat, locale, { numeric: 'auto' })!;
export const list = (locale: string) => make(Intl.ListFormat, locale, { type: 'conjunction' })!;

/** Undefined when the currency is not one. */
export const number = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  make(Intl.NumberFormat, locale, options);

/** An unknown zone falls back to UTC, and the text says so wherever the zone is shown. */
export const dateTime = (locale: string, options: Intl.DateTimeFormatOptions) =>
  make(Intl.DateTimeFormat, locale, options) ??
  make(Intl.DateTimeFormat, locale, { ...options, timeZone: 'UTC' })!;

/** The canonical tag, or undefined when it is none. */
export const canonical = (tag: string) => attempt(() => Intl.getCanonicalLocales(tag)[0]);

/** The tag with a region: its own, else the given one when it is one. */
export const withRegion = (tag: string, region: string) =>
  new Intl.Locale(tag).region ? tag : (attempt(() => `${new Intl.Locale(tag, { region })}`) ?? tag);

/** The zone of the machine; `UTC` where it cannot say. */
export const systemTimeZone = () => dateTime('en', {}).resolvedOptions().timeZone || 'UTC';
