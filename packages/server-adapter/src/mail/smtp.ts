import { createTransport } from 'nodemailer';
import { MailRefused, type Mailer } from './mailer.ts';

export interface SmtpOptions {
  host: string;
  /** Default: 465 with `tls: 'implicit'`, else 587. */
  port?: number | undefined;
  /**
   * - `starttls` (default): plain at first, and the mail is not sent unless encryption follows (RFC 3207);
   * - `implicit`: encrypted from the first byte (RFC 8314);
   * - `none`: never, for a relay on the same machine.
   */
  tls?: 'starttls' | 'implicit' | 'none' | undefined;
  user?: string | undefined;
  password?: string | undefined;
  /** The address that mails come from: `portal@firm.example`. */
  from: string;
  /** Certificates to trust beside the well-known ones, PEM. */
  ca?: string | undefined;
  /** Most connections at a time. Default 4. */
  connections?: number | undefined;
}

/** Milliseconds to wait: for a connection and the server's greeting, and for its next word. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends by SMTP. */
export function smtp(options: SmtpOptions): Mailer {
  const { host, from, user, password, ca, tls = 'starttls', connections = 4 } = options;
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    host,
    port: options.port ?? (tls === 'implicit' ? 465 : 587),
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...(ca !== undefined && { tls: { ca } }),
    ...timeouts,
    // A mail is what the template made; nothing in it may fetch a file or a page.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);

  return {
    async send({ id, to, fromName, replyTo, subject, html, text }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from: { name: fromName ?? '', address: from },
          // As objects: a comma in a string would make two addresses of one.
          to: { name: '', address: to },
          ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
          subject,
          html,
          text,
          // Nobody's out-of-office shall answer (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw refusal(error) ?? error;
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** A 5xx to the recipient or the mail is final (RFC 5321 4.2.1); one to the password is the operator's to mend. */
function refusal(error: unknown): MailRefused | undefined {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  const final = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
  return final ? new MailRefused(`${code} ${responseCode}`, { cause: error }) : undefined;
}
