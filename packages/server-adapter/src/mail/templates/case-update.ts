import { mailLayout } from './layout.ts';
import { oneLine, subject } from './line.ts';
import type { Mail, MailInput } from './mail.ts';
import { mailWords } from './words/index.ts';

export interface CaseUpdateMailInput extends MailInput {
  readonly audience: 'client' | 'staff';
}

/** Something of a case changed: a step, a date, a document, who gets in. The mail does not say which, of which case. */
export function caseUpdateMail({ firm, locale, url, audience }: CaseUpdateMailInput): Mail {
  const { language, words } = mailWords(locale);
  const { caseUpdate, footer } = words;
  const firmName = oneLine(firm.name);
  return {
    subject: subject(firm.name, caseUpdate.subject),
    ...mailLayout({
      firm,
      locale: language,
      title: caseUpdate.title,
      paragraphs: [`${caseUpdate[audience].opening(firmName)} ${caseUpdate[audience].privacy}`],
      action: { label: caseUpdate.action, url },
      footer: [audience === 'staff' ? footer.staff(firmName) : footer.noReply(firm.phone)],
    }),
  };
}
