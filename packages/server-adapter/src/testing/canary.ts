import type { TestFirm, TestPerson } from './firm.ts';
import type { Items } from './everything.ts';

/** A word that stands in everything that is told of one case, and nowhere else. */
export const canary = 'Cormorant';

export interface Marked extends Items {
  readonly events: string;
}

/** A case in which every title and text has the canary, shared with clients down to the last piece. */
export async function addMarkedCase(
  firm: TestFirm,
  { team, clients }: { team: readonly [TestPerson, ...TestPerson[]]; clients: readonly { id: string }[] },
): Promise<Marked> {
  const [{ firm: desk }] = team;
  const { id: cases } = await firm.addCase({ title: `${canary} v. ${canary}`, team, clients });
  await desk.cases.update({ id: cases, area: canary, statusLabel: canary, statusMeaning: `${canary} waits` });
  const step = { title: `${canary} step`, meaning: canary, expected: canary };
  await desk.steps.create({ caseId: cases, ...step, visible: true, state: 'current', waitingOn: 'client' });
  const about = { title: `${canary} hearing`, location: canary, bring: canary };
  const { id: events } = await desk.events.create({
    caseId: cases,
    kind: 'hearing',
    startsAt: '2026-04-01T14:00:00.000Z',
    ...about,
  });
  for (const { id: personId } of clients) await desk.shares.create({ type: 'event', id: events, personId });
  const recipientIds = clients.map(({ id }) => id);
  const letter = { subject: `${canary} letter`, body: `$12,345 for the ${canary}` };
  const { id: threads } = await desk.threads.start({ caseId: cases, recipientIds, ...letter });
  return { cases, threads, events };
}

/** The endpoints whose answers tell of it. */
export const tellTales = (answers: ReadonlyMap<string, string | { text: string }>): string[] =>
  [...answers]
    .filter(([, answer]) => (typeof answer === 'string' ? answer : answer.text).includes(canary))
    .map(([name]) => name);
