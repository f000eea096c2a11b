import type { FirmCase } from '@casefront/core/contract/firm/cases';
import type { Person } from '@casefront/core/contract/firm/people';
import { sessionCookie } from '../access/cookies.ts';
import { openSession } from '../access/open-session.ts';
import { hashToken } from '../access/tokens.ts';
import { createFirm, type NewFirm } from '../firm/create.ts';
import type { PortalServer } from '../server.ts';
import type { Database } from '../sql/database.ts';
import type { SessionStage } from '../sql/schema.ts';
import { testBrowser, type TestBrowser } from './browser.ts';

/** Somebody with access, signed in on a browser of their own. */
export interface TestPerson extends TestBrowser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A firm with an admin, filled through the contract, as the firm itself would. */
export interface TestFirm {
  readonly id: string;
  /** `https://www.firm.example`, whose host leads to this firm. */
  readonly origin: string;
  readonly admin: TestPerson;
  /** Somebody at the firm's site who is not signed in. */
  visitor(ip?: string): TestBrowser;
  addClient(name?: string): Promise<TestPerson>;
  addStaff(name?: string, role?: 'admin' | 'attorney' | 'staff'): Promise<TestPerson>;
  /** A case with a team, shared with clients. */
  addCase(values: CaseValues): Promise<FirmCase>;
  /** Gives somebody a session, as if they had just signed in, or begun to, or as if that were a while ago. */
  signIn(
    person: { id: string; name: string; email: string },
    options?: { stage?: SessionStage; provedAt?: string },
  ): Promise<TestPerson>;
}

interface CaseValues {
  readonly title?: string;
  readonly team?: readonly { id: string }[];
  readonly clients?: readonly { id: string }[];
}

export interface FirmParts {
  readonly server: PortalServer;
  readonly database: Database;
  readonly secret: Uint8Array;
}

/** Adds a firm under a short name of its own. */
export async function addTestFirm(
  parts: FirmParts,
  slug: string,
  values: Partial<NewFirm> = {},
): Promise<TestFirm> {
  const { server, database, secret } = parts;
  const origin = `https://www.${slug}.example`;
  const admin = { name: 'Helen Ward', email: `helen@${slug}.example` };
  const { firmId: id, adminId } = await createFirm(database, secret, {
    slug,
    name: 'Harborview Law',
    branding: { brand: '#1f4b6e', logoUrl: null },
    contact: {
      phone: '(555) 010-0199',
      email: `office@${slug}.example`,
      address: '1 Harbor Way',
      hours: 'Monday to Friday, 9 to 5',
      website: origin,
      emergencyNote: null,
    },
    portalUrl: `${origin}/portal`,
    hosts: [`www.${slug}.example`],
    admin,
    ...values,
    // Staff come in by password, unless a test is about something else.
    settings: { secondFactor: 'nobody', ...values.settings },
  });

  const cookieName = sessionCookie(values.portalUrl ?? `${origin}/portal`, 'same-site').name;
  const signIn: TestFirm['signIn'] = async (
    { id: personId, name, email },
    { stage = 'complete', provedAt } = {},
  ) => {
    const token = await database.transaction(async (tx) => {
      await tx
        .updateTable('people')
        .set({ access: 'active' })
        .where('firm_id', '=', id)
        .where('id', '=', personId)
        .execute();
      const session = {
        firmId: id,
        personId,
        method: 'password',
        stage,
        twoFactors: false,
      } as const;
      const { token } = await openSession(tx, { ...session, device: 'test', replaces: undefined });
      if (provedAt !== undefined) {
        await tx
          .updateTable('sessions')
          .set({ proved_at: provedAt })
          .where('firm_id', '=', id)
          .where('token_hash', '=', hashToken(token))
          .execute();
      }
      return token;
    });
    const cookie = `${cookieName}=${token}`;
    return Object.assign(testBrowser({ server, origin, cookie }), { id: personId, name, email });
  };

  const first = await signIn({ id: adminId, ...admin });
  const add = async (name: string, values: object): Promise<TestPerson> => {
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${++count}@people.example`;
    const person: Person = await first.firm.people.create({ name, email, ...values });
    return signIn(person);
  };
  let count = 0;

  return {
    id,
    origin,
    admin: first,
    signIn,
    visitor: (ip) => testBrowser({ server, origin, ...(ip !== undefined && { ip }) }),
    addClient: (name = 'Ana Silva') => add(name, { kind: 'client' }),
    addStaff: (name = 'Daniel Okafor', role = 'attorney') => add(name, { kind: 'staff', role }),
    async addCase({ title = 'Petition for residence', team = [], clients = [] }) {
      const { firm } = first;
      const words = { area: 'Immigration', statusLabel: 'Waiting for a decision' };
      let added = await firm.cases.create({ title, ...words });
      const members = team.map(({ id: personId }) => ({ personId }));
      if (members.length > 0) added = await firm.cases.setTeam({ id: added.id, members });
      for (const { id: personId } of clients)
        added = await firm.cases.addParticipant({ id: added.id, personId });
      return added;
    },
  };
}
