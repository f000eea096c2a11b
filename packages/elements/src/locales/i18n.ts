import { english, type Catalog, type Key } from './english.ts';
import { canonical, number, pluralRules, systemTimeZone, withRegion } from './intl.ts';

/** What fills `{name}`. Numbers are written as the locale writes them; `count` also chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

export interface I18n {
  /** The language of the words, for `lang`. */
  readonly language: string;
  /** The tag that Intl formats with: the language with a region, `es-US`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The viewer's IANA zone. */
  readonly timeZone: string;
  /** The words of a key. A key that is missing in this language is read in English. */
  t(key: Key, values?: Values): string;
  /** The same in pieces, to put a link or a `<time>` into a sentence: `rich('error.call', { phone: html`…` })`. */
  rich<T>(key: Key, values: Readonly<Record<string, string | number | T>>): (string | T)[];
  /** Whether there are words for this key: error codes and statuses come from a newer server too. */
  has(key: string): key is Key;
}

export interface I18nOptions {
  /** BCP 47 tag; `en` when missing or not a tag. */
  readonly locale?: string | undefined;
  /** Words of that language; what it lacks is read in English. */
  readonly catalog?: Catalog | undefined;
  /** The firm's own words, which win over both. */
  readonly overrides?: Catalog | undefined;
  /** IANA zone of the viewer; the machine's when missing. */
  readonly timeZone?: string | undefined;
  /** Region for dates and money when the locale names none. `US` when missing. */
  readonly region?: string | undefined;
}

const RTL = /^(ar|fa|he|ps|ur|yi)\b/;

/** The words and formats of one viewer. Without options: English, the machine's zone. */
export function createI18n({ locale, catalog, overrides, timeZone, region = 'US' }: I18nOptions = {}): I18n {
  const tag = (locale && canonical(locale)) || 'en';
  const language = catalog ? tag : 'en';
  const format = withRegion(tag, region);
  const own = [overrides ?? {}, catalog ?? {}];

  const find = (key: string, count?: unknown): string | undefined => {
    for (const words of [...own, ...english]) {
      const language = own.includes(words) ? format : 'en';
      const plural = typeof count === 'number' && words[`${key}_${pluralRules(language).select(count)}`];
      const found = plural || words[key] || words[`${key}_other`];
      if (typeof found === 'string') return found;
    }
    return undefined;
  };
  const show = (value: unknown) => (typeof value === 'number' ? number(format)!.format(value) : value);

  const rich: I18n['rich'] = (key, values) =>
    (find(key, values['count']) ?? key)
      .split(/\{(\w+)\}/)
      .map((piece, i) => (i % 2 ? (show(values[piece] ?? `{${piece}}`) as string) : piece));

  return {
    language,
    locale: format,
    direction: RTL.test(language) ? 'rtl' : 'ltr',
    timeZone: timeZone || systemTimeZone(),
    t: (key, values = {}) => rich(key, values).join(''),
    rich,
    has: (key): key is Key => find(key) !== undefined,
  };
}
