/** Who is in the demo. Nobody here exists; `.example` addresses belong to nobody (RFC 2606). */
import type { StaffActor } from '../access/actor.ts';
import { createPerson } from '../people/service.ts';
import { act, type Act } from './stage.ts';

/** DEMO ONLY. Everybody's password in the demo, and nobody's anywhere else. */
export const demoPassword = 'only for the harborview demo';

export const admin = { name: 'Ruth Okafor', email: 'ruth@harborview.example' };

const staff = [
  { key: 'daniel', name: 'Daniel Vance', role: 'attorney', title: 'Partner, family law' },
  { key: 'ines', name: 'Inés Salgado', role: 'attorney', title: 'Attorney, injury' },
  { key: 'peter', name: 'Peter Lindqvist', role: 'staff', title: 'Paralegal and client care' },
] as const;

interface Client {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly locale?: string;
  /** How far they have come: `none` waits to be invited. */
  readonly access: 'active' | 'invited' | 'none';
}

const clients: readonly Client[] = [
  { key: 'marisol', name: 'Marisol Rivas', phone: '(360) 555-0151', locale: 'es', access: 'active' },
  { key: 'javier', name: 'Javier Rivas', phone: '(360) 555-0152', locale: 'es', access: 'active' },
  { key: 'claire', name: 'Claire Hadley', phone: '(360) 555-0153', access: 'active' },
  { key: 'owen', name: 'Owen Pruitt', phone: '(360) 555-0154', access: 'active' },
  { key: 'judith', name: 'Judith Pruitt', phone: '(360) 555-0155', access: 'invited' },
  { key: 'helen', name: 'Helen Marsh', phone: '(360) 555-0156', access: 'none' },
  // Nothing is shared with him yet: this is how the portal looks on the first day.
  { key: 'samuel', name: 'Samuel Adeyemi', phone: '(360) 555-0157', access: 'active' },
];

export const people: readonly Act[] = [
  act(150, '08:30', async (stage) => {
    await stage.invite('ruth', 'ruth', demoPassword);
    for (const { key, ...person } of staff) {
      const email = `${key}@harborview.example`;
      const { id } = await createPerson(await stage.as<StaffActor>('ruth'), {
        kind: 'staff',
        ...person,
        email,
      });
      stage.remember(key, id);
      await stage.invite(key, 'ruth', demoPassword);
    }
  }),
  act(140, '09:10', async (stage) => {
    for (const { key, access, ...person } of clients) {
      const email = `${person.name.toLowerCase().replace(' ', '.')}@client.example`;
      const input = { kind: 'client' as const, ...person, email, externalId: `demo-${key}` };
      const { id } = await createPerson(await stage.as<StaffActor>('peter'), input);
      stage.remember(key, id);
      if (access === 'active') await stage.invite(key, 'peter', demoPassword);
    }
  }),
  act(2, '16:20', (stage) => stage.invite('judith', 'peter')),
];
