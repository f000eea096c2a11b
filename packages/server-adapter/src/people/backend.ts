import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Person } from '@casefront/core/contract/firm/people';
import type { PersonFields } from './fields.ts';

/** A person as the table has them. */
export type PersonRecord = PersonFields & {
  readonly kind: 'client' | 'staff';
  readonly access: 'none' | 'invited' | 'active' | 'disabled';
};

/** Clients, contacts and staff: all of the firm's, to whoever of the firm asks. */
export interface PeopleBackend {
  /** By name, then id. */
  list(query: CursorQuery & { readonly kind?: 'client' | 'staff' | undefined }): Promise<Page<Person>>;
  get(id: string): Promise<Person | undefined>;
  /** The person as they are; nobody else changes them until the transaction ends. */
  lock(id: string): Promise<PersonRecord | undefined>;
  /** Which cases a client is in, frozen or not: none; one, at least, that the scope sees; or only others. */
  casesOf(clientId: string): Promise<'none' | 'seen' | 'unseen'>;
  /** Whether one of a client's cases is sealed, and the scope not in its team. */
  hasHiddenSealed(clientId: string): Promise<boolean>;
  /** Whether an admin who can sign in is there besides this person. */
  hasOtherAdmin(id: string): Promise<boolean>;
  /** The id of the person with this external id. */
  findExternal(externalId: string): Promise<string | undefined>;
  /**
   * False when the firm has somebody with the external id or the address already, also when they were added at the
   * same moment. Addresses are compared in NFKC and lower case.
   */
  add(
    person: PersonFields & { id: string; kind: 'client' | 'staff'; externalId: string | null; at: string },
  ): Promise<boolean>;
  /** False when somebody else has the address, and then the transaction can only end. */
  change(id: string, fields: Partial<PersonFields> & { access?: 'none' }): Promise<boolean>;
}
