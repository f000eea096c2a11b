/**
 * Harborview Law, a small invented firm with four staff, seven clients, three cases and half a year of work: for demos,
 * and for looking at a portal that is in use. Never for a database with real people in it.
 */
import { createPasswords } from '../access/passwords.ts';
import { createFirm, type NewFirm } from '../firm/create.ts';
import { firmBySlug } from '../firm/find.ts';
import type { Database, Tx } from '../sql/database.ts';
import { caseActs } from './cases.ts';
import { dateActs } from './dates.ts';
import { admin, people } from './people.ts';
import { moveTo, Stage } from './stage.ts';
import { parentingPlan } from './talk-divorce.ts';
import { costs, interview } from './talk-immigration.ts';
import { insurer } from './talk-injury.ts';
import { talked } from './talk.ts';
import { visitActs } from './visits.ts';

export { admin as demoAdmin, demoPassword } from './people.ts';

export interface DemoOptions {
  /** The server's; at least 32 bytes. */
  readonly secret: Uint8Array;
  /** The page with the portal: `http://localhost:4310/portal`. */
  readonly portalUrl: string;
  /** Host names that lead to the firm, for a server of several firms. */
  readonly hosts?: readonly string[];
}

const slug = 'harborview';
/** Before anything else happens, in milliseconds. */
const founded = 160 * 86_400_000;

const firm: Omit<NewFirm, 'portalUrl' | 'hosts'> = {
  slug,
  name: 'Harborview Law',
  branding: { brand: '#174a5b', logoUrl: null },
  contact: {
    phone: '(360) 555-0142',
    email: 'office@harborview.example',
    address: '14 Chandler’s Row, Port Ellery, Washington',
    hours: 'Weekdays, 8:30 to 5:00',
    website: 'https://harborview.example',
    emergencyNote:
      'In danger now? Call 911. For anything else that cannot wait: (360) 555-0119, day and night.',
  },
  timeZone: 'America/Los_Angeles',
  admin,
};

/**
 * Adds the firm with its past, all of it or nothing; dates are relative to the database's clock. Does nothing when the
 * firm is there already. Everybody with access signs in with `demoPassword`.
 *
 * @returns whether it was added now.
 */
export async function seedDemo(database: Database, options: DemoOptions): Promise<boolean> {
  if (await firmBySlug(database.kysely, slug)) return false;
  const passwords = createPasswords();
  return await database.transaction(async (tx) => {
    const { secret } = options;
    const now = tx.at;
    moveTo(tx, new Date(Date.parse(now) - founded).toISOString());
    const { adminId } = await createFirm(within(database, tx), secret, { ...firm, ...options });
    const record = await firmBySlug(tx, slug);
    if (!record) throw new Error('The firm of the demo was not added');
    const stage = new Stage({ tx, now, firm: record, services: { secret, passwords } });
    stage.remember('ruth', adminId);
    const talks = [parentingPlan, costs, interview, insurer].flatMap(talked);
    await stage.play([...people, ...caseActs, ...dateActs, ...talks, ...visitActs]);
    return true;
  });
}

/** The database as something that has its own transaction sees it while `tx` is open: it joins. */
const within = (database: Database, tx: Tx): Database => ({ ...database, transaction: (work) => work(tx) });
