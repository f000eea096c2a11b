/** Two clients of one firm with a team each, and another firm with the same: whoever reads across is found out. */
import { TestAuthenticator } from '../authenticator.ts';
import { testHost, type TestHost } from '../host.ts';
import {
  createTestPortal,
  type TestFirm,
  type TestPerson,
  type TestPortal,
  type TestPortalOptions,
} from '../index.ts';

export type IdPrefix = 'case' | 'step' | 'thr' | 'evt' | 'per' | 'key' | 'ses' | 'pky';
export type Ids = Readonly<Partial<Record<IdPrefix, string>>>;

/** A client, a member of the firm who works for them, and one of everything that concerns the two. */
export interface Pair {
  readonly client: TestPerson;
  readonly staff: TestPerson;
  readonly ids: Required<Ids>;
}

export interface World extends Pair {
  readonly portal: TestPortal;
  readonly firm: TestFirm;
  readonly admin: TestPerson;
  /** A system of the firm that may do everything. */
  readonly key: string;
  /** The site around the portal, which signs people in. */
  readonly host: TestHost;
  /** Another client and another attorney of the same firm. */
  readonly neighbour: Pair;
  /** Client and attorney of another firm. */
  readonly stranger: Pair;
}

export async function createWorld(
  database: NonNullable<Parameters<typeof createTestPortal>[0]>['database'] & {},
  options: Pick<TestPortalOptions, 'logger'> = {},
): Promise<World> {
  const host = testHost();
  const portal = await createTestPortal({ ...options, database, authProviders: [host.provider] });
  const { firm } = portal;
  const { admin } = firm;
  const scopes = ['people', 'cases', 'messages', 'events', 'shares'] as const;
  const { secret } = await admin.firm.keys.create({ name: 'Everything', scopes: [...scopes] });
  return {
    portal,
    firm,
    admin,
    key: secret,
    host,
    ...(await addPair(firm)),
    neighbour: await addPair(firm),
    stranger: await addPair(await portal.addFirm('seaside')),
  };
}

export async function addPair(firm: TestFirm): Promise<Pair> {
  const client = await firm.addClient();
  const staff = await firm.addStaff();
  const { id: caseId } = await firm.addCase({ team: [staff], clients: [client] });
  const { steps } = await staff.firm.steps.create({ caseId, title: 'Prepare the petition', visible: true });
  const thread = await client.portal.threads.start({
    caseId,
    recipientIds: [staff.id],
    subject: 'A question',
    body: 'When will we hear?',
  });
  const event = await staff.firm.events.create({
    caseId,
    kind: 'hearing',
    title: 'Hearing',
    startsAt: '2026-04-01T14:00:00.000Z',
    endsAt: '2026-04-01T15:00:00.000Z',
    timeZone: 'America/New_York',
  });
  await staff.firm.shares.create({ type: 'event', id: event.id, personId: client.id });
  const key = await firm.admin.firm.keys.create({ name: 'For this pair', scopes: ['people'] });
  const ids = {
    case: caseId,
    step: steps[0]!.id,
    thr: thread.id,
    evt: event.id,
    per: client.id,
    key: key.id,
    ses: (await client.portal.sessions.list()).items[0]!.id,
    pky: (await addPasskey(firm, staff)).id,
  };
  return { client, staff, ids };
}

async function addPasskey({ origin }: TestFirm, { portal: { factors } }: TestPerson) {
  const { options } = await factors.startPasskey();
  const response = new TestAuthenticator({ origin }).create(options);
  await factors.addPasskey({ name: 'Key', response });
  return (await factors.list()).passkeys[0]!;
}
