import { mailLayout } from './layout.ts';
import { oneLine, subject } from './line.ts';
import type { Mail, MailInput } from './mail.ts';
import { mailWords } from './words/index.ts';

/** Something of a client's case changed: a step, a date, a document. The mail does not say which, of which case. */
export function caseUpdateMail({ firm, locale, url }: MailInput): Mail {
  const { language, words } = mailWords(locale);
  const { caseUpdate, footer } = words;
  return {
    subject: subject(firm.name, caseUpdate.subject),
    ...mailLayout({
      firm,
      locale: language,
      title: caseUpdate.title,
      paragraphs: [`${caseUpdate.opening(oneLine(firm.name))} ${caseUpdate.privacy}`],
      action: { label: caseUpdate.action, url },
      footer: [footer.noReply(firm.phone)],
    }),
  };
}
