/** Who works on a case, and who is in it, where the same people of a twin are something else in the same case. */
import type { Stage } from '../stage.ts';
import type { Story } from '../stories.ts';

/** Sealed, and with somebody in it who is frozen; at the twin the same case is another one, and open. */
const sealedCase = (stage: Stage): string =>
  [...stage.book.cases].find(([, { parts }]) => parts.has(stage.id('fay')))![0];
const kindOf = ({ book }: Stage, id: string) => book.people.get(id)?.kind;
/** Who may do what there is to do in a case: an attorney of its team, or else the admin. */
const leaderOf = (stage: Stage, caseId: string): string => {
  const team = [...(stage.book.cases.get(caseId)?.team ?? [])];
  const attorney = team.find((id) => stage.book.people.get(id)?.role === 'attorney');
  return (attorney !== undefined && stage.nameOf(attorney)) || 'admin';
};
const isIn = ({ book }: Stage, caseId: string, id: string) => book.cases.get(caseId)?.parts.has(id) === true;

/** Somebody who is new to the case, here and there. */
const newcomerOf = (stage: Stage, other: Stage): string =>
  [...stage.book.people.keys()].find((id) =>
    [stage, other].every((one) => kindOf(one, id) === 'client' && !isIn(one, sealedCase(stage), id)),
  )!;

/** Whoever left while they were frozen comes back only by who may thaw them; nobody else is held up by that. */
const leftFrozen: Story = {
  async before(other, stage) {
    const part = { id: sealedCase(stage), personId: newcomerOf(stage, other) };
    const leader = leaderOf(other, part.id);
    await other.ok(leader, 'firm.cases.addParticipant', part);
    await other.ok(leader, 'firm.cases.freezeParticipant', part);
    await other.ok(leader, 'firm.cases.removeParticipant', part);
  },
  async tell(stage, other) {
    const { ok, only, refused, id } = stage;
    const part = { id: sealedCase(stage), personId: id('fay') };
    const personId = newcomerOf(stage, other);
    // What is kept for somebody else stays where it is.
    await only([personId], () => ok('par', 'firm.cases.addParticipant', { ...part, personId }));
    await ok('att2', 'firm.cases.removeParticipant', part);
    await refused('par', 'firm.cases.addParticipant', part, 'forbidden');
    await ok('att2', 'firm.cases.addParticipant', part);
  },
};

/** Who works on the same case there is a client of it here. */
const colleagueThere: Story = {
  async before(other, stage) {
    const caseId = sealedCase(stage);
    const team = [...(other.book.cases.get(caseId)?.team ?? []), clientHere(stage, other)];
    const members = [...new Set(team)].map((personId) => ({ personId }));
    await other.ok(leaderOf(other, caseId), 'firm.cases.setTeam', { id: caseId, members });
  },
  async tell(stage, other) {
    const { book, ok } = stage;
    const caseId = sealedCase(stage);
    const personId = clientHere(stage, other);
    if (!isIn(stage, caseId, personId))
      await ok('att2', 'firm.cases.addParticipant', { id: caseId, personId });
    const [event] = [...book.events].find(([, one]) => one.caseId === caseId && one.clients.size === 0)!;
    await ok('att2', 'firm.shares.create', { type: 'event', id: event, personId });
  },
};
const clientHere = (stage: Stage, other: Stage): string =>
  [...stage.book.people.keys()].find(
    (id) => kindOf(stage, id) === 'client' && kindOf(other, id) === 'staff' && other.nameOf(id) !== undefined,
  )!;

/** Nobody writes to whom does not see the case, also where the same client sees the same case elsewhere. */
const notTold: Story = {
  async before(other, stage) {
    const part = { id: sealedCase(stage), personId: newcomerOf(stage, other) };
    await other.ok(leaderOf(other, part.id), 'firm.cases.addParticipant', part);
  },
  async tell(stage, other) {
    const { ok, refused } = stage;
    const [id, personId] = [sealedCase(stage), newcomerOf(stage, other)];
    const letter = { caseId: id, subject: 'A question', body: 'When?', recipientIds: [personId] };
    await ok('att2', 'firm.cases.addParticipant', { id, personId });
    await ok('att2', 'firm.threads.start', letter);
    await ok('att2', 'firm.shares.end', { type: 'case', id, personId });
    await refused('att2', 'firm.threads.start', letter, 'recipients.outside-case');
  },
};

/** Who has written in a case without working on it loses that when it is sealed, also where somebody works on it. */
const sealedFromOnlookers: Story = {
  async tell(stage) {
    const { book, ok, refused, only, id } = stage;
    const [caseId] = [...book.cases.keys()];
    const letter = { caseId, subject: 'A question', body: 'When?', recipientIds: ['ana', 'att1'].map(id) };
    const { id: thread } = await ok('boss', 'firm.threads.start', letter);
    await ok('boss', 'firm.threads.get', { id: thread });
    await only([id('boss')], () => ok('att1', 'firm.cases.seal', { id: caseId }));
    await refused('boss', 'firm.threads.get', { id: thread }, 'not-found');
    await ok('att1', 'firm.cases.unseal', { id: caseId });
    await refused('boss', 'firm.threads.get', { id: thread }, 'not-found');
    await ok('att1', 'firm.threads.get', { id: thread });
  },
};

/** Where the mail of a client goes who is in a sealed case is for its team, also where the same case is open elsewhere. */
const sealedMailbox: Story = {
  async tell({ ok, refused, id }) {
    const moved = { id: id('gil'), email: 'elsewhere@people.example' };
    await refused('att3', 'firm.people.update', moved, 'forbidden');
    await ok('par', 'firm.people.update', moved);
  },
};

/** Nobody of the firm shuts themself out, whom only others could let in again. */
const oneself: Story = {
  async tell({ refused, id }) {
    for (const name of ['admin', 'boss'])
      for (const what of ['disable', 'reset'])
        await refused(name, `firm.access.${what}`, { id: id(name) }, 'conflict');
  },
};

/** Who looks as a client sees the client of this firm, whoever has the same id elsewhere. */
const asClient: Story = {
  async tell({ ok, book, id, expect }) {
    for (const [by, client] of [
      ['att1', 'ana'],
      ['par', 'cora'],
      ['boss', 'bo'],
    ] as const) {
      const { person } = await ok(`${by}-as-${client}`, 'session.get');
      expect(person.id === id(client), `${by} looks as somebody else`);
      expect(person.email === book.people.get(id(client))!.email, `${by} looks as somebody of another firm`);
    }
  },
};

export const stories: Readonly<Record<string, Story>> = {
  'who left while they were frozen': leftFrozen,
  'a colleague elsewhere': colleagueThere,
  'who is not told': notTold,
  'a seal that is put on': sealedFromOnlookers,
  'a mailbox behind a seal': sealedMailbox,
  'who looks as a client': asClient,
  'who would shut themself out': oneself,
};
