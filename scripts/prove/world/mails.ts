/** Whether a mail tells its reader something that is not theirs. */
import type { MailMessage } from '../../../packages/server-adapter/src/mail/mailer.ts';
import type { Tally } from '../lib/goal.ts';
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';
import { sees, type Book } from './book.ts';
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

/** Whether each went to whom it is for, and to the address that they have. */
export async function checkMails({ kysely }: Database, book: Book, tally: Tally): Promise<void> {
  const rows = await sentMails(kysely, book.firmId);
  for (const { id, person_id, to_address, template, subject_id } of rows) {
    if (book.told.has(id)) continue;
    book.told.add(id);
    const person = book.people.get(person_id);
    // A link goes to the address that it is bound to, also when it is not theirs any more.
    if (!person || !aboutThemselves.has(template)) continue;
    if (person.email.toLowerCase() !== to_address.toLowerCase())
      tally.fail(`A mail for ${person_id} went to ${to_address} and not to ${person.email}`);
    const thing = book.things.get(subject_id);
    if (thing && !sees(book, { kind: person.kind, id: person_id }, thing))
      tally.fail(`A mail for ${person_id} is of ${subject_id}, which they do not see`);
    tally.positive();
  }
}

const aboutThemselves = new Set([
  'new-message',
  'case-update',
  'password-changed',
  'factor-added',
  'factor-removed',
]);

const sentMails = (kysely: Database['kysely'], firmId: string) =>
  kysely
    .selectFrom('mails')
    .innerJoin('journal', (join) =>
      join.onRef('journal.firm_id', '=', 'mails.firm_id').onRef('journal.seq', '=', 'mails.journal_seq'),
    )
    .where('mails.firm_id', '=', firmId)
    .where('mails.state', '=', 'sent')
    .select(['mails.id', 'mails.person_id', 'mails.to_address', 'mails.template', 'journal.subject_id'])
    .execute();

/** What was sent before anybody called. */
export async function noteMails({ kysely }: Database, book: Book): Promise<void> {
  for (const { id } of await sentMails(kysely, book.firmId)) book.told.add(id);
}
