import type { ClientActor, StaffActor } from '../access/actor.ts';
import { reply as answerAsStaff, startThread as startAsStaff } from '../threads/firm/service.ts';
import { reply, startThread } from '../threads/service.ts';
import { act, type Act, type Stage } from './stage.ts';
import { look } from './visits.ts';

/** A conversation: who begins it, with whom, and everything that was written. */
export interface Talk {
  readonly key: string;
  readonly about: string;
  readonly subject: string;
  readonly with: readonly string[];
  /** Days ago, hour, who, what. */
  readonly messages: readonly (readonly [daysAgo: number, at: string, from: string, body: string])[];
}

const staff = new Set(['ruth', 'daniel', 'ines', 'peter']);

export const talked = (talk: Talk): Act[] =>
  talk.messages.map(([daysAgo, at, from, body], index) =>
    act(daysAgo, at, (stage) => (index === 0 ? begin(stage, talk, from, body) : go(stage, talk, from, body))),
  );

async function begin(stage: Stage, talk: Talk, from: string, body: string): Promise<void> {
  const letter = {
    caseId: stage.id(talk.about),
    recipientIds: talk.with.map((key) => stage.id(key)),
    subject: talk.subject,
    body,
  };
  const { id } = staff.has(from)
    ? await startAsStaff(await stage.as<StaffActor>(from), letter)
    : await startThread(await stage.as<ClientActor>(from), letter);
  stage.remember(talk.key, id);
}

/** Whoever answers has read what there is. */
async function go(stage: Stage, { key }: Talk, from: string, body: string): Promise<void> {
  const id = stage.id(key);
  await look(stage, from, { type: 'thread', id });
  if (staff.has(from)) await answerAsStaff(await stage.as<StaffActor>(from), id, { body });
  else await reply(await stage.as<ClientActor>(from), id, body);
}
