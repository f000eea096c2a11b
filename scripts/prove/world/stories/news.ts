/** Who is told of what, by whom they hear of it and where it counts. */
import type { Stage } from '../stage.ts';
import type { Story } from '../stories.ts';

const firstCase = ({ book }: Stage): string => [...book.cases.keys()][0]!;
const stepsOf = ({ book }: Stage, caseId: string, visible: boolean) =>
  [...book.steps].filter(([, step]) => step.caseId === caseId && step.visible === visible).map(([id]) => id);
const show = (stage: Stage, id: string, visible: boolean) =>
  stage.ok('att1', 'firm.steps.update', { caseId: firstCase(stage), id, visible });

/** Shown with many news of it, so that some have the numbers of news at the twin, whose journal is a little longer or shorter. */
async function showLoudly(stage: Stage, id: string): Promise<void> {
  await show(stage, id, true);
  for (const title of ['One', 'Two', 'Three', 'Four'])
    await stage.ok('att1', 'firm.steps.update', { caseId: firstCase(stage), id, title });
}

/** Cora has looked at the case, and not at what came then. */
async function lookOnce(stage: Stage): Promise<void> {
  const id = firstCase(stage);
  const { shared_seq: revision } = await stage.running.database.kysely
    .selectFrom('shares')
    .where('firm_id', '=', stage.book.firmId)
    .where('person_id', '=', stage.id('cora'))
    .where('subject_id', '=', id)
    .select('shared_seq')
    .executeTakeFirstOrThrow();
  await stage.ok('cora', 'notifications.seen', { type: 'case', id, revision });
}

/** What clients see no more is no news to them, wherever the same step is shown. */
const hiddenStep: Story = {
  async before(other) {
    await lookOnce(other);
    await showLoudly(other, stepsOf(other, firstCase(other), false)[0]!);
  },
  async tell(stage) {
    const id = firstCase(stage);
    const told = async () => {
      const { items } = await stage.ok('cora', 'notifications.list', { limit: 100 });
      return items.length;
    };
    const before = await told();
    await lookOnce(stage);
    const hidden = stepsOf(stage, id, false)[0]!;
    await showLoudly(stage, hidden);
    for (const step of [hidden, ...stepsOf(stage, id, true)]) await show(stage, step, false);
    stage.expect((await stage.mails()).length === 0, 'somebody gets a mail of a step that is hidden');
    stage.expect((await told()) <= before, 'somebody is told of a step that is hidden');
    const { items } = await stage.ok('cora', 'cases.list', { limit: 100 });
    const found = items.find((one: { id: string }) => one.id === id);
    stage.expect(found?.unseen === false, 'a case is unseen for a step that is hidden');
  },
};

/** Who has something to fetch: those whom it is about, and nobody else learns that there was something. */
const versions: Story = {
  async tell(stage) {
    const { book, ok, id, expect } = stage;
    const raised = async (work: () => Promise<unknown>) => {
      const before = await versionsOf(stage);
      await work();
      const after = await versionsOf(stage);
      return [...after].filter(([one, version]) => before.get(one) !== version).map(([one]) => one);
    };
    const staff = [...book.people].filter(([, { kind }]) => kind === 'staff').map(([one]) => one);
    const [event, { clients }] = [...book.events].find(
      ([, one]) => one.caseId === firstCase(stage) && one.clients.has(id('ana')),
    )!;
    const ofEvent = await raised(() => ok('att1', 'firm.events.update', { id: event, title: 'Moved' }));
    const outsider = ofEvent.find((one) => !clients.has(one) && !staff.includes(one));
    expect(outsider === undefined, `${outsider} has something to fetch of a date that is not theirs`);
    expect(
      [...clients].every((one) => ofEvent.includes(one)),
      'somebody has nothing to fetch of their date',
    );
    const ofName = await raised(() => ok('admin', 'firm.people.update', { id: id('bo'), title: 'Dr' }));
    for (const name of ['ana', 'cora', 'fay', 'nil', 'pia'])
      expect(!ofName.includes(id(name)), `${name} has something to fetch of somebody they never met`);
    expect(ofName.includes(id('bo')), 'somebody has nothing to fetch of themself');
  },
};

async function versionsOf({ running, book }: Stage): Promise<Map<string, number>> {
  const rows = await running.database.kysely
    .selectFrom('people')
    .where('firm_id', '=', book.firmId)
    .select(['id', 'version'])
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** A seal is opened: the firm is told, and for its clients nothing has happened. */
const openedSeal: Story = {
  async tell({ book, ok, only, id, refused }) {
    const staff = [...book.people].filter(([, { kind }]) => kind === 'staff').map(([one]) => one);
    const [vault] = [...book.cases].find(([, one]) => one.sealed && one.clients.has(id('bo')))!;
    await only(staff, () => ok('admin', 'firm.cases.openSeal', { id: vault, reason: 'They called' }));
    await refused('boss', 'firm.cases.openSeal', { id: vault, reason: 'Once more' }, 'conflict');
  },
};

/** Whoever may not read a message any more when the mail is due gets none; everybody else gets theirs. */
const messages: Story = {
  async tell(stage) {
    const { book, ok, id, only, expect } = stage;
    const [thread, { members }] = [...book.threads].find(
      ([, one]) => one.caseId === firstCase(stage) && one.members.has(id('cora')),
    )!;
    const [ana, cora, att1] = [id('ana'), id('cora'), id('att1')];
    const mailed = async (without: readonly string[]) => {
      const right = [...members]
        .filter((one) => !without.includes(one))
        .map((one) => book.people.get(one)!.email);
      const found = (await stage.mails()).map(({ to }) => to);
      expect(sorted(found) === sorted(right), `mails went to ${sorted(found)} and not to ${sorted(right)}`);
    };
    await ok('att1', 'firm.messages.reply', { id: thread, body: 'Soon.' });
    await mailed([att1]);
    const look = { type: 'thread', id: thread, revision: 1_000_000 };
    await only([ana], () => ok('ana', 'notifications.seen', look));
    await only([cora], () => ok('cora', 'notifications.seen', look));
    await ok('att1', 'firm.messages.reply', { id: thread, body: 'Now.' });
    await ok('att1', 'firm.shares.end', { type: 'thread', id: thread, personId: cora });
    await mailed([att1, cora]);
  },
};

const sorted = (texts: readonly string[]) => texts.toSorted().join(', ');

/** Who had looked at what they were shown before has not looked at what they are shown now. */
const sharedAgain: Story = {
  async tell({ book, ok, id, expect, only }) {
    const [ana, cora] = [id('ana'), id('cora')];
    const [event, { caseId }] = [...book.events].find(
      ([, { clients }]) => clients.has(ana) && clients.has(cora),
    )!;
    const item = { type: 'event', id: event };
    const told = async (person: string) => {
      const { items } = await ok('att1', 'firm.shares.list', item);
      return items.find((one: { personId: string }) => one.personId === person);
    };
    await ok('cora', 'notifications.seen', { ...item, revision: 1_000_000 });
    await only([cora], () => ok('att1', 'firm.shares.end', { ...item, personId: cora }));
    // What was taken back is not kept for later.
    await ok('att1', 'firm.cases.freezeParticipant', { id: caseId, personId: cora });
    expect((await told(cora)) === undefined, 'a share that was taken back is frozen');
    await ok('att1', 'firm.cases.freezeParticipant', { id: caseId, personId: ana });
    await only([cora], () => ok('att1', 'firm.cases.unfreezeParticipant', { id: caseId, personId: cora }));
    await only([cora], () => ok('att1', 'firm.shares.create', { ...item, personId: cora }));
    expect((await told(cora))?.firstSeenAt === null, 'a new share has been looked at');
    await only([cora], () => ok('att1', 'firm.cases.removeParticipant', { id: caseId, personId: cora }));
    await ok('att1', 'firm.cases.unfreezeParticipant', { id: caseId, personId: ana });
    expect((await told(ana))?.frozen === false, 'what was frozen is lost');
    // At the twins the same share stays frozen.
    const [sealed] = [...book.cases].find(([, { parts }]) => parts.has(id('fay')))!;
    await only([id('fay')], () =>
      ok('att2', 'firm.cases.unfreezeParticipant', { id: sealed, personId: id('fay') }),
    );
  },
};

/** What is somebody’s own: first steps, and the other firms that their mailbox opens. */
const own: Story = {
  async tell({ ok, only, id, expect, origin }) {
    for (const name of ['ana', 'cora', 'bo', 'nil', 'pia', 'con', 'fay', 'sol']) {
      const done = async () => {
        const { items } = await ok(name, 'checklist.get');
        return items.filter((one: { done: boolean }) => one.done).map(({ key }: { key: string }) => key);
      };
      const before: string[] = await done();
      await only([id(name)], () => ok(name, 'checklist.tick', { what: 'tasks' }));
      const right = [...new Set([...before, 'tasks'])];
      expect(sorted(await done()) === sorted(right), `${name} has done what somebody else did`);
      const { items } = await ok(name, 'firms.list');
      const others = items.filter((one: { current: boolean }) => !one.current);
      const here = others.some(({ portalUrl }: { portalUrl: string }) => portalUrl.startsWith(origin));
      expect(!here, 'the firm itself is another one');
      expect((name === 'sol') === others.length > 0, `${name} is told of ${others.length} other firms`);
    }
  },
};

/** How somebody signs in is read off what they have here, whatever who has their id elsewhere signs in with. */
const ownWays: Story = {
  async tell({ ok, id, expect, running, book }) {
    const has = async (table: 'credentials' | 'totp' | 'passkeys', name: string) => {
      const rows = running.database.kysely
        .selectFrom(table)
        .where('firm_id', '=', book.firmId)
        .where('person_id', '=', id(name))
        .select('person_id');
      return (await rows.execute()).length > 0;
    };
    const clients = ['ana', 'cora', 'bo', 'witness', 'eve', 'nil'];
    for (const name of [...clients, 'admin', 'boss', 'att1', 'att2', 'watch']) {
      const hasPassword = await has('credentials', name);
      const [app, passkey] = [await has('totp', name), await has('passkeys', name)];
      const { factors } = await ok(name, 'session.get');
      const found = ['password', 'totp', 'passkey'].filter((factor) => factors.includes(factor));
      const right = [
        ...(hasPassword && !app && !passkey ? ['password'] : []),
        ...(app ? ['totp'] : []),
        ...(passkey ? ['passkey'] : []),
      ];
      expect(sorted(found) === sorted(right), `${name} proves themself by ${sorted(found)}`);
      if (!clients.includes(name)) continue;
      const { items } = await ok(name, 'checklist.get');
      const asked = items.some(({ key }: { key: string }) => key === 'password');
      expect(asked === hasPassword, `${name} is thought to sign in otherwise in the first steps`);
    }
  },
};

/** The same request again, while somebody of the same id elsewhere has used the same key. */
const again: Story = {
  async before(other, stage) {
    for (const name of repeaters) {
      const same = other.nameOf(stage.id(name));
      if (same !== undefined) await other.ok(same, 'session.extend', {}, 'key-1');
    }
  },
  async tell({ ok, expect }) {
    for (const name of repeaters) {
      const tick = () => ok(name, 'checklist.tick', { what: 'invoices' }, 'key-1');
      const first = JSON.stringify(await tick());
      expect(JSON.stringify(await tick()) === first, 'the same request again was answered otherwise');
    }
  },
};
const repeaters = ['ana', 'cora', 'bo', 'eve', 'pia'];

/** Nobody writes whom nobody may write to, nor does anybody in their name. */
const silenced: Story = {
  async tell(stage) {
    const { book, ok, refused, id } = stage;
    const caseId = firstCase(stage);
    const letter = { caseId, subject: 'A question', body: 'When?', recipientIds: [id('att1')] };
    await ok('att1', 'firm.cases.updateParticipant', {
      id: caseId,
      personId: id('cora'),
      permissions: ['case'],
    });
    await refused('cora', 'threads.start', letter, 'forbidden');
    const [thread] = [...book.threads].find(
      ([, one]) => one.caseId === caseId && one.members.has(id('watch')),
    )!;
    const reply = { id: thread, body: 'Soon.', authorId: id('watch') };
    await ok('key-all', 'firm.messages.reply', reply);
    await ok('admin', 'firm.access.disable', { id: id('watch') });
    await refused('key-all', 'firm.messages.reply', reply, 'forbidden');
  },
};

/** Clients answer where somebody of the firm reads, and nobody of theirs is frozen. */
const answers: Story = {
  async tell(stage) {
    const { book, ok, refused, id } = stage;
    const mine = (name: string) =>
      [...book.threads].filter(
        ([, { members, all }]) => members.has(id(name)) && !all.has(id('fay')) && !all.has(id('eve')),
      );
    for (const name of ['ana', 'bo'])
      for (const [thread] of mine(name)) await ok(name, 'messages.reply', { id: thread, body: 'Thank you.' });
    const [last, { members }] = mine('bo')[0]!;
    for (const one of members)
      if (book.people.get(one)?.kind === 'staff')
        await ok('att2', 'firm.shares.end', { type: 'thread', id: last, personId: one });
    await refused('bo', 'messages.reply', { id: last, body: 'Anybody?' }, 'recipients.outside-case');
  },
};

export const stories: Readonly<Record<string, Story>> = {
  'a hidden step': hiddenStep,
  'what there is to fetch': versions,
  'an opened seal': openedSeal,
  'a message in time': messages,
  'a share that is given again': sharedAgain,
  'what is one’s own': own,
  'how one signs in': ownWays,
  'who does not write': silenced,
  'the same again': again,
  'an answer': answers,
};
