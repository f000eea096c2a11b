import type { Catalog } from './english.ts';
import { createI18n, type I18n, type I18nOptions } from './i18n.ts';
import { canonical } from './intl.ts';

/** Languages with a complete catalog. English is in the first bundle, the others come when somebody reads them. */
export const languages = {
  en: { name: 'English', load: undefined },
  es: {
    name: 'Español',
    load: async (): Promise<Catalog> => (await import('./es.json', { with: { type: 'json' } })).default,
  },
} as const;

export type Language = keyof typeof languages;

/** The first of the wanted tags we have words for (`es-MX` reads Spanish), with that tag. English when there is none. */
export function negotiate(wanted: readonly (string | null | undefined)[]): {
  language: Language;
  locale: string;
} {
  for (const tag of wanted) {
    const locale = tag ? canonical(tag) : undefined;
    const language = locale?.split('-')[0];
    if (locale && language && Object.hasOwn(languages, language))
      return { language: language as Language, locale };
  }
  return { language: 'en', locale: 'en' };
}

/**
 * Words and formats for the first of `wanted` that we have. When a catalog cannot be fetched, English is better than
 * nothing: the promise never rejects.
 */
export async function loadI18n(
  wanted: readonly (string | null | undefined)[],
  options: Omit<I18nOptions, 'locale' | 'catalog'> = {},
): Promise<I18n> {
  const { language, locale } = negotiate(wanted);
  const load = languages[language].load;
  if (!load) return createI18n({ ...options, locale });
  try {
    return createI18n({ ...options, locale, catalog: await load() });
  } catch (error) {
    console.warn(`[portal] The words for "${language}" did not arrive; English is shown.`, error);
    return createI18n(options);
  }
}
