/**
 * Whether the shares are those that the book knows: who lost or got what without a call that said so, and who is said to
 * have looked at what they never opened.
 */
import type { Database } from '../../../packages/server-adapter/src/sql/database.ts';
import type { Running } from './server.ts';
import type { Tally } from '../lib/goal.ts';
import { sees, type Book } from './book.ts';

export async function checkShares({ database }: Running, book: Book, tally: Tally): Promise<void> {
  const now = database.clock().toISOString();
  const rows = await database.kysely
    .selectFrom('shares')
    .where('firm_id', '=', book.firmId)
    .select(['person_id', 'subject_type', 'subject_id', 'from_at', 'until_at', 'first_seen_at'])
    .execute();
  const live = new Set<string>();
  for (const row of rows) {
    const key = `${row.person_id} ${row.subject_id}`;
    if (row.from_at <= now && (row.until_at === null || row.until_at > now)) live.add(key);
    if (row.first_seen_at !== null && book.things.has(row.subject_id) && !book.looked.has(key))
      tally.fail(`${row.person_id} is said to have looked at ${row.subject_id} and never did`);
  }
  const booked = bookedShares(book);
  for (const key of live)
    if (isBooked(book, key) && !booked.has(key)) tally.fail(`A share that nobody gave: ${key}`);
  for (const key of booked) if (!live.has(key)) tally.fail(`A share that nobody took back is gone: ${key}`);
  tally.positive(booked.size);
  await checkRoster(database, book, tally);
  await checkNews(database, book, tally);
}

/** What was told before anybody called. */
export async function noteNews({ database }: Running, book: Book): Promise<void> {
  const rows = await database.kysely
    .selectFrom('notifications')
    .where('firm_id', '=', book.firmId)
    .select('id')
    .execute();
  for (const { id } of rows) book.told.add(id);
}

/** Nobody is told of what they do not see, and nothing is looked at but by who was told. */
async function checkNews({ kysely }: Database, book: Book, tally: Tally): Promise<void> {
  const rows = await kysely
    .selectFrom('notifications')
    .where('firm_id', '=', book.firmId)
    .select(['id', 'person_id', 'subject_id', 'seen_at'])
    .execute();
  for (const { id, person_id, subject_id, seen_at } of rows) {
    const person = book.people.get(person_id);
    const thing = book.things.get(subject_id);
    if (!person || !thing) continue;
    if (seen_at !== null && !book.looked.has(`${person_id} ${subject_id}`) && !book.told.has(id))
      tally.fail(`News of ${subject_id} was looked at by ${person_id}, who never did`);
    if (book.told.has(id)) continue;
    book.told.add(id);
    if (!sees(book, { kind: person.kind, id: person_id }, thing))
      tally.fail(`${person_id} is told of ${subject_id}, which they do not see`);
  }
}

/** Who works on a case, and who is in it on the client's side. */
async function checkRoster({ kysely }: Database, book: Book, tally: Tally): Promise<void> {
  const team = await kysely
    .selectFrom('team')
    .where('firm_id', '=', book.firmId)
    .select(['case_id', 'person_id'])
    .execute();
  const inCase = await kysely
    .selectFrom('participants')
    .where('firm_id', '=', book.firmId)
    .where('left_at', 'is', null)
    .select(['case_id', 'person_id'])
    .execute();
  for (const [id, booked] of book.cases) {
    const names = (rows: typeof team) =>
      rows
        .filter((row) => row.case_id === id)
        .map((row) => row.person_id)
        .toSorted();
    const expected = [[...booked.team].toSorted(), [...booked.parts.keys()].toSorted()];
    const found = [names(team), names(inCase)];
    if (JSON.stringify(found) !== JSON.stringify(expected))
      tally.fail(`In case ${id} are ${JSON.stringify(found)} and not ${JSON.stringify(expected)}`);
  }
}

function bookedShares(book: Book): Set<string> {
  const keys = new Set<string>();
  const add = (caseId: string, id: string, people: Iterable<string>) => {
    const parts = book.cases.get(caseId)?.parts;
    for (const one of people) if (!parts?.get(one)?.frozen) keys.add(`${one} ${id}`);
  };
  for (const [id, { team, clients }] of book.cases) add(id, id, [...team, ...clients]);
  for (const [id, { caseId, members }] of book.threads) add(caseId, id, members);
  for (const [id, { caseId, clients }] of book.events) add(caseId, id, clients);
  return keys;
}

/** Items that examples were made of are in no book. */
const isBooked = ({ things }: Book, key: string): boolean => key.split(' ').every((id) => things.has(id));
