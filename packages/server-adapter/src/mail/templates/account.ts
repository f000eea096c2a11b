import { inWords } from './dates.ts';
import { mailLayout } from './layout.ts';
import { oneLine, subject } from './line.ts';
import type { Mail, MailInput } from './mail.ts';
import { mailWords } from './words/index.ts';

interface AccountMail extends MailInput {
  readonly audience: 'client' | 'staff';
  /** The reader's IANA time zone, for the date. */
  readonly timeZone: string;
}

export interface LinkMailInput extends AccountMail {
  readonly what: 'reset' | 'emailOld' | 'emailNew';
  readonly expiresAt: Date;
}

/** A link for the reader's own account. Also a mailbox that is perhaps nobody's gets one, so it names no person. */
export function linkMail(input: LinkMailInput): Mail {
  const { firm, locale, url, what, expiresAt, timeZone } = input;
  const { language, words } = mailWords(locale);
  const { subject: about, title, opening, unexpected, action } = words[what];
  return {
    subject: subject(firm.name, about),
    ...mailLayout({
      firm,
      locale: language,
      title,
      paragraphs: [
        opening(oneLine(firm.name)),
        words.linkUntil(inWords(expiresAt, locale, language, timeZone)),
        unexpected(firm.phone),
      ],
      action: { label: action, url },
      footer: [what === 'emailNew' ? words.footer.noReply(firm.phone) : footerOf(input)],
    }),
  };
}

export interface NoticeMailInput extends AccountMail {
  readonly what:
    | 'passwordChanged'
    | 'emailChangedOld'
    | 'emailChangedNew'
    | 'factorAdded'
    | 'factorRemoved'
    | 'recoveryCodeUsed'
    | 'codesGuessed';
  readonly at: Date;
}

/** Something about the reader's own account is not as it was. Whoever it surprises should call. */
export function noticeMail(input: NoticeMailInput): Mail {
  const { firm, locale, url, what, at, timeZone } = input;
  const { language, words } = mailWords(locale);
  const { subject: about, title, opening } = words[what];
  return {
    subject: subject(firm.name, about),
    ...mailLayout({
      firm,
      locale: language,
      title,
      paragraphs: [
        opening(oneLine(firm.name), inWords(at, locale, language, timeZone)),
        words.notice.unexpected(firm.phone),
      ],
      action: { label: words.notice.action, url },
      footer: [footerOf(input)],
    }),
  };
}

function footerOf({ firm, locale, audience }: AccountMail): string {
  const { footer } = mailWords(locale).words;
  return audience === 'staff' ? footer.staff(oneLine(firm.name)) : footer.noReply(firm.phone);
}
