import { mailLayout } from './layout.ts';
import type { Mail } from './mail.ts';
import { mailWords } from './words/index.ts';

/**
 * Any mail of a firm in safety mode: who reads over a client's shoulder learns neither that there is a lawyer nor why the
 * mail came. What is left of the mail is where its button leads, under the same words for all. The address shows; no mail
 * can hide that.
 */
export function discreetMail({ action }: Mail, locale: string): Mail {
  const { language, words } = mailWords(locale);
  const { subject, title, opening, open, footer } = words.discreet;
  return {
    subject,
    ...mailLayout({
      locale: language,
      title,
      paragraphs: [opening],
      ...(action && { action: { label: open, url: action.url } }),
      footer: [footer],
    }),
  };
}
