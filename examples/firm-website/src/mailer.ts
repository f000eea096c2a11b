import type { Mailer } from '@casefront/server-adapter';
import { smtp, type SmtpOptions } from '@casefront/server-adapter/smtp';
import { dataFile } from './data.ts';
import { firm } from './firm.ts';
import { openOutbox, type Outbox } from './outbox.ts';

/** By SMTP where `SMTP_URL` says so; else nothing leaves this machine, and `/outbox` shows what would have. */
export async function chooseMailer(
  url = process.env['SMTP_URL'],
): Promise<{ mailer: Mailer; outbox?: Outbox }> {
  if (url) return { mailer: smtp(smtpOptions(url)) };
  const outbox = await openOutbox(await dataFile('outbox.jsonl'));
  return { mailer: outbox, outbox };
}

/**
 * `smtp://user:password@mail.example:587?from=portal@firm.example`. `smtps:` encrypts from the first byte; `smtp:`
 * begins plain and insists on STARTTLS, unless `tls=none` is said, for a relay on the same machine.
 *
 * @throws when it is no such address
 */
export function smtpOptions(address: string): SmtpOptions {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) {
    throw new Error(
      'SMTP_URL should read like smtp://user:password@mail.example:587?from=portal@firm.example',
    );
  }
  const { hostname: host, port, username, password, protocol, searchParams } = url;
  return {
    host,
    tls: protocol === 'smtps:' ? 'implicit' : searchParams.get('tls') === 'none' ? 'none' : 'starttls',
    from: searchParams.get('from') ?? firm.email,
    ...(port && { port: Number(port) }),
    ...(username && { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
  };
}
