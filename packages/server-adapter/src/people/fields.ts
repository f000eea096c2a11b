/** What can be said about a person, as the contract and as the table name it. */
import { given } from '../changes.ts';
import type { PersonTable } from '../sql/schema.ts';

/** Columns that the firm fills in. */
export type PersonFields = Pick<
  PersonTable,
  'role' | 'name' | 'title' | 'email' | 'phone' | 'locale' | 'time_zone' | 'photo_url'
>;

/** The same as it arrives: what is left out stays as it is. */
export interface PersonInput {
  readonly role?: PersonFields['role'] | undefined;
  readonly name?: string | undefined;
  readonly title?: string | null | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly photoUrl?: string | null | undefined;
}

/** The columns that an input names. */
export const fieldsOf = (input: PersonInput): Partial<PersonFields> =>
  given({
    role: input.role,
    name: input.name,
    title: input.title,
    email: input.email,
    phone: input.phone,
    locale: input.locale,
    time_zone: input.timeZone,
    photo_url: input.photoUrl,
  });
