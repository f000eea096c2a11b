import { en, type MailWords } from './en.ts';
import { es } from './es.ts';

const languages: Record<string, MailWords> = { en, es };

/** The languages that mails are written in. */
export const mailLanguages: readonly string[] = Object.keys(languages);

/** The words for a person's locale, and the language they are really in: English where there is no better. */
export function mailWords(locale: string): { language: string; words: MailWords } {
  const language = locale.split('-')[0] ?? '';
  const words = Object.hasOwn(languages, language) ? languages[language] : undefined;
  return words ? { language, words } : { language: 'en', words: en };
}
