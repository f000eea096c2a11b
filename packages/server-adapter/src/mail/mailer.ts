/** A mail as it goes out. */
export interface MailMessage {
  /**
   * The same for every try to send the same mail, so that a mail server that has accepted it once can tell: it becomes
   * the `Message-ID`. Letters, digits and `_`.
   */
  readonly id: string;
  readonly to: string;
  /** The name beside the sender's address: the firm's. */
  readonly fromName?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The port to a mail service. */
export interface Mailer {
  /**
   * Resolves when the service has taken the mail over for good.
   *
   * @throws MailRefused when it never will; anything else means: try again later.
   */
  send(message: MailMessage): Promise<void>;
  /** Ends connections. */
  close?(): Promise<void>;
}

/** The service will not take this mail, however often it is asked: the address does not exist, for one. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  /** What may be kept of the reason: a code without any address in it. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`The mail was refused (${code})`, options);
    this.code = code;
  }
}

/** Keeps mails instead of sending them, the newest last. For tests and demos. */
export function memoryMailer(): Mailer & { readonly sent: MailMessage[] } {
  const sent: MailMessage[] = [];
  return {
    sent,
    async send(message) {
      sent.push(message);
    },
  };
}
