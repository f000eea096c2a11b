/** Who plays in the tests: people of the demo. */
import { demoPassword as password, emailOf } from '../../src/seed/people.ts';
import type { Person } from './people.ts';

const person = (key: string, name: string): Person => ({ name, email: emailOf(key), password });

export const staff = {
  ruth: person('ruth', 'Ruth Okafor'),
  daniel: person('daniel', 'Daniel Vance'),
  ines: person('ines', 'Inés Salgado'),
  peter: person('peter', 'Peter Lindqvist'),
} as const;

export const clients = {
  joanna: person('joanna', 'Joanna Whitfield'),
  /** Reads Spanish. */
  elena: person('elena', 'Elena Duarte'),
} as const;

/** Has an invitation, and has not opened it. */
export const invited = { name: 'Samir Haddad', email: emailOf('samir') } as const;
