import { mailLayout } from './layout.ts';
import { oneLine, subject } from './line.ts';
import type { Mail, MailInput } from './mail.ts';
import type { MailWords } from './words/en.ts';
import { mailWords } from './words/index.ts';

/** Only a member of the firm is ever named, and only to a client: who writes to a law firm is a secret of its own. */
export type NewMessageMailInput = MailInput &
  ({ readonly audience: 'client'; readonly from?: string } | { readonly audience: 'staff' });

/** Somebody wrote. No message, no subject, no case. */
export function newMessageMail(input: NewMessageMailInput): Mail {
  const { firm, locale, url } = input;
  const { language, words } = mailWords(locale);
  const { [input.audience]: to, action } = words.newMessage;
  const firmName = oneLine(firm.name);
  return {
    subject: subject(firm.name, to.subject),
    ...mailLayout({
      firm,
      locale: language,
      title: to.title,
      paragraphs: [`${opening(input, words, firmName)} ${to.privacy}`],
      action: { label: action, url },
      footer: [input.audience === 'staff' ? words.footer.staff(firmName) : words.footer.noReply(firm.phone)],
    }),
  };
}

function opening(input: NewMessageMailInput, { newMessage }: MailWords, firmName: string): string {
  if (input.audience === 'staff') return newMessage.staff.opening;
  return input.from
    ? newMessage.client.openingFrom(oneLine(input.from), firmName)
    : newMessage.client.opening(firmName);
}
