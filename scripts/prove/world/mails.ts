/** Whether a mail tells its reader something that is not theirs. */
import type { MailMessage } from '../../../packages/server-adapter/src/mail/mailer.ts';
import type { Tally } from '../lib/goal.ts';
import type { Book } from './book.ts';
import { foreignIn, ownIn } from './judge.ts';

/** Reads the mails and throws them away. */
export function readMails(mails: MailMessage[], books: Iterable<Book>, tally: Tally): void {
  const all = [...books];
  for (const { to, subject, text, html, fromName = '' } of mails.splice(0)) {
    const readers = all.flatMap((book) =>
      [...book.people]
        .filter(([, { email }]) => email.toLowerCase() === to.toLowerCase())
        .map(([id, { kind }]) => ({ book, id, kind })),
    );
    const words = `${subject} ${text} ${html} ${fromName}`;
    tally.tried();
    const found = readers.map(({ book, id, kind }) => foreignIn(words, book, { kind, id }));
    // Two firms may have somebody of this address: one of them has sent it.
    if (found.length > 0 && !found.some((foreign) => foreign.length === 0))
      tally.fail(`A mail to ${to} has ${found[0]!.join(', ')}: ${subject}`);
    if (readers.some(({ book }) => ownIn(words, book))) tally.positive();
  }
}
