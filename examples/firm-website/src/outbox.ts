/** Mails that are kept instead of sent, for a demo: they carry sign-in secrets, so a real site never shows them. */
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import type { Mailer } from '@casefront/server-adapter';

/** One mail as it was sent. `text` and `html` are the two parts of the same message. */
export interface SentMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: Date;
}

/** Where the site reads what was sent. */
export interface Outbox {
  /** The last hundred mails, newest first. */
  list(): Promise<readonly SentMail[]>;
  get(id: string): Promise<SentMail | undefined>;
}

const most = 100;

/** Keeps the last hundred mails in a file that only its owner can read, one JSON object a line. */
export async function openOutbox(file: string): Promise<Mailer & Outbox> {
  const mails = new Map((await readLines(file)).slice(-most).map((mail) => [mail.id, mail]));
  const lines = [...mails.values()].map(line).join('');
  await writeFile(`${file}.new`, lines, { mode: 0o600 });
  await rename(`${file}.new`, file);

  return {
    async send({ id, to, subject, text, html }) {
      if (mails.has(id)) return; // sent before, by a server that died before it could write that down
      const mail = { id, to, subject, text, html, sentAt: new Date() };
      await appendFile(file, line(mail), { flush: true });
      mails.set(id, mail);
    },
    list: async () => [...mails.values()].slice(-most).toReversed(),
    get: async (id) => mails.get(id),
  };
}

const line = (mail: SentMail) => `${JSON.stringify(mail)}\n`;

async function readLines(file: string): Promise<SentMail[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap(read);
}

/** A line that was being written when the power went is no mail. */
function read(text: string): SentMail[] {
  try {
    const mail = JSON.parse(text) as SentMail;
    return [{ ...mail, sentAt: new Date(mail.sentAt) }];
  } catch {
    return [];
  }
}
