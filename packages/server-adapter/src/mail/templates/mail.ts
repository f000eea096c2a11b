import type { MailBody, MailFirm } from './layout.ts';

/** A mail that is ready to go. */
export interface Mail extends MailBody {
  /** At most 60 characters, on one line, without a fact of any case. */
  readonly subject: string;
}

/** What every template needs. */
export interface MailInput {
  readonly firm: MailFirm;
  /** The reader's BCP 47 tag. */
  readonly locale: string;
  /** Where the button leads: a page of the firm's own site. */
  readonly url: string;
}
