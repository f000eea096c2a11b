/**
 * A moment in words, in the reader's own zone. `es-MX` keeps its own way of writing dates; a locale without words of its
 * own gets the date in the words' language.
 */
export const inWords = (date: Date, locale: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(sameLanguage(locale, language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(date);

const sameLanguage = (locale: string, language: string) =>
  locale.split('-')[0] === language && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
    ? locale
    : language;
