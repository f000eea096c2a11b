import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import { createPortalServer } from '../index.ts';
import { verifyJournal } from '../journal/index.ts';
import { memoryMailer } from '../mail/mailer.ts';
import { testBrowser } from '../testing/browser.ts';
import { testClock } from '../testing/clock.ts';
import { forEachDatabase, type Open } from '../testing/databases.ts';
import { demoAdmin, demoPassword, seedDemo } from './seed.ts';

const origin = 'https://www.harborview.example';

async function seeded(open: Open) {
  const clock = testClock();
  const database = await open({ clock });
  const secret = randomBytes(32);
  const options = { secret, portalUrl: `${origin}/portal`, hosts: ['www.harborview.example'] };
  const isNew = await seedDemo(database, options);
  const mailer = memoryMailer();
  const server = createPortalServer({ database, secret, mailer });
  const signIn = async (email: string) => {
    const browser = testBrowser({ server, origin });
    const session = await browser.portal.session.create({ email, password: demoPassword });
    return { ...browser, session };
  };
  return { clock, database, options, isNew, mailer, server, signIn };
}

forEachDatabase((_, open) => {
  it('brings a firm to look at: staff, clients, cases, hidden steps, and a long conversation', async () => {
    const { signIn, clock } = await seeded(open);
    const ruth = await signIn(demoAdmin.email);
    const { items: people } = await ruth.firm.people.list();
    const roles = people.flatMap(({ role }) => role ?? []).sort();
    assert.deepEqual(roles, ['admin', 'attorney', 'attorney', 'staff']);
    const access = people.flatMap((person) => (person.kind === 'client' ? [person.access] : [])).sort();
    assert.deepEqual(access, ['active', 'active', 'active', 'active', 'active', 'invited', 'none']);

    const { items: cases } = await ruth.firm.cases.list();
    assert.equal(cases.length, 3);
    for (const { id } of cases) {
      const { steps, participants, team } = await ruth.firm.cases.get({ id });
      assert.ok(steps.some(({ visible }) => !visible) && steps.some(({ visible }) => visible));
      assert.ok(participants.length > 1 && team.length > 1);
    }

    const claire = await signIn('claire.hadley@client.example');
    const { items: threads } = await claire.portal.threads.list();
    assert.equal(Math.max(...threads.map(({ messageCount }) => messageCount)), 40);
    const home = await claire.portal.dashboard.get();
    assert.ok(
      home.actionCount > 0 && home.cases.length === 1 && home.events.length > 0 && home.activity.length === 5,
    );
    assert.ok(
      home.events.every(
        ({ startsAt, startsOn }) => (startsAt ?? startsOn!) > clock().toISOString().slice(0, 10),
      ),
    );
    assert.ok(home.activity.every(({ at }) => at <= clock().toISOString()));
    assert.equal((await claire.portal.notifications.counts()).inbox, 1);
  });

  it('leaves a journal whose chain holds and whose time never goes back, and little mail', async () => {
    const { database, server, mailer } = await seeded(open);
    const rows = await database.kysely
      .selectFrom('journal')
      .orderBy('seq')
      .select(['firm_id', 'at'])
      .execute();
    const times = rows.map(({ at }) => at);
    assert.deepEqual(times, times.toSorted());
    assert.deepEqual((await verifyJournal(database.kysely, rows[0]!.firm_id)).ok, true);
    await server.settle();
    assert.ok(mailer.sent.length > 0 && mailer.sent.length < 20, `${mailer.sent.length} mails`);
  });

  it('speaks Spanish with those who do', async () => {
    const { signIn } = await seeded(open);
    const marisol = await signIn('marisol.rivas@client.example');
    assert.equal(marisol.session.person.locale, 'es');
    const { items } = await marisol.portal.threads.list();
    assert.match(items.map(({ subject }) => subject).join(), /entrevista/);
  });

  it('shows a new client an empty portal, not a broken one', async () => {
    const { signIn } = await seeded(open);
    const samuel = await signIn('samuel.adeyemi@client.example');
    assert.deepEqual(await samuel.portal.dashboard.get(), {
      actions: [],
      actionCount: 0,
      cases: [],
      events: [],
      activity: [],
    });
  });

  it('does nothing when the firm is there', async () => {
    const { database, options, isNew } = await seeded(open);
    const rows = async () => (await database.kysely.selectFrom('journal').select('seq').execute()).length;
    const before = await rows();
    assert.equal(isNew, true);
    assert.ok(before > 100);
    assert.equal(await seedDemo(database, options), false);
    assert.equal(await rows(), before);
  });
});
