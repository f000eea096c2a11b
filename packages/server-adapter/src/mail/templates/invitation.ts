import { inWords } from './dates.ts';
import { mailLayout } from './layout.ts';
import { oneLine, subject } from './line.ts';
import type { Mail, MailInput } from './mail.ts';
import { mailWords } from './words/index.ts';

export interface InvitationMailInput extends MailInput {
  readonly audience: 'client' | 'staff';
  /** The member of the firm who invites. */
  readonly invitedBy?: string;
  readonly expiresAt: Date;
  /** The reader's IANA time zone, for the date the link ends. */
  readonly timeZone: string;
}

/** The link to a first password. It carries a secret, so its date of expiry is said in words. */
export function invitationMail(input: InvitationMailInput): Mail {
  const { firm, locale, url, audience, invitedBy } = input;
  const { language, words } = mailWords(locale);
  const { [audience]: to, until, unexpected, action } = words.invitation;
  const firmName = oneLine(firm.name);
  return {
    subject: subject(firm.name, to.subject),
    ...mailLayout({
      firm,
      locale: language,
      title: to.title,
      paragraphs: [
        `${invitedBy ? to.openingFrom(oneLine(invitedBy), firmName) : to.opening(firmName)} ${to.about}`,
        until(inWords(input.expiresAt, locale, language, input.timeZone)),
      ],
      action: { label: action, url },
      footer: [
        unexpected(firm.phone),
        audience === 'staff' ? words.footer.staff(firmName) : words.footer.noReply(firm.phone),
      ],
    }),
  };
}
