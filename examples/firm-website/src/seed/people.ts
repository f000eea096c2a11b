/** Who is in the demo. Nobody here exists; `.example` and example.com addresses belong to nobody. */
import { people as staffOfSite } from '../firm.ts';
import { act, type Act } from './past.ts';

/** Everybody's password. The demo says so on its sign-in pages. */
export const demoPassword = 'harbor lights at dusk';

export const admin = { name: 'Ruth Okafor', email: 'ruth@harborview.example' };

const colleagues = [
  { key: 'daniel', name: 'Daniel Vance', role: 'attorney' },
  { key: 'ines', name: 'Inés Salgado', role: 'attorney' },
  { key: 'peter', name: 'Peter Lindqvist', role: 'staff' },
] as const;

const clients = [
  { key: 'elena', name: 'Elena Duarte', email: 'elena.duarte@example.com', locale: 'es' },
  { key: 'mark', name: 'Mark Ellison', email: 'mark.ellison@example.com' },
  { key: 'joanna', name: 'Joanna Whitfield', email: 'joanna.whitfield@example.com' },
  { key: 'thomas', name: 'Thomas Brandt', email: 'thomas.brandt@example.com' },
  { key: 'grace', name: 'Grace Brandt', email: 'grace.brandt@example.com' },
  { key: 'samir', name: 'Samir Haddad', email: 'samir.haddad@example.com' },
  { key: 'lucy', name: 'Lucy Tran', email: 'lucy.tran@example.com' },
] as const;

/** The firm's members, all with an account. */
export const staff = [
  admin,
  ...colleagues.map(({ key, name }) => ({ name, email: `${key}@harborview.example` })),
];

/** Clients with an account. Mark and Lucy have none yet, and Samir has not opened his invitation. */
export const active = ['elena', 'joanna', 'thomas', 'grace'] as const;

export const activeClients = clients.filter(({ key }) => (active as readonly string[]).includes(key));

export const emailOf = (key: string): string =>
  [...clients].find((client) => client.key === key)?.email ?? `${key}@harborview.example`;

const titleOf = (name: string) => staffOfSite.find((person) => person.name === name)?.title ?? null;

export const people: readonly Act[] = [
  act(150, '08:30', async ({ signIn, accept, remember }) => {
    const { portal, firm } = await signIn(admin.email);
    const { person } = await portal.session.get();
    remember('ruth', person.id);
    await firm.people.update({ id: person.id, title: titleOf(admin.name) });
    for (const { key, name, role } of colleagues) {
      const email = emailOf(key);
      const { id } = await firm.people.create({ kind: 'staff', role, name, email, title: titleOf(name) });
      remember(key, id);
      await firm.invitations.create({ id });
      await accept(email);
    }
  }),
  act(140, '09:00', async ({ office, remember }) => {
    for (const { key, ...person } of clients) {
      const { id } = await office.people.create({ ...person, externalId: `demo-${key}` });
      remember(key, id);
    }
  }),
];
