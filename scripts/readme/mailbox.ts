/** A mail server that keeps what it gets. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  /** Headers and all. */
  readonly source: string;
}

export interface Mailbox {
  readonly port: number;
  /** Every mail so far, oldest first. */
  readonly mails: readonly ReceivedMail[];
  /** The source of the first mail to an address. @throws when none comes in ten seconds */
  mailTo(address: string): Promise<string>;
  close(): Promise<void>;
}

/** On a free port of this machine. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      let source = '';
      stream.setEncoding('utf8').on('data', (text: string) => (source += text));
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) mails.push({ to: address, source: readable(source) });
        done();
      });
    },
  });
  server.on('error', () => {}); // a sender that is stopped hangs up
  const listener = server.listen(0, 'localhost');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    mails,
    async mailTo(address) {
      for (const began = Date.now(); Date.now() - began < 10_000; await sleep(20)) {
        const mail = mails.find(({ to }) => to === address);
        if (mail) return mail.source;
      }
      throw new Error(`${address} has got no mail`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** ASCII of quoted-printable (RFC 2045, 6.7): enough to read a link. */
const readable = (source: string): string =>
  source
    .replace(/=\r\n/g, '')
    .replace(/=([0-7][0-9A-F])/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
