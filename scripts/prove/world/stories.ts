/**
 * What nobody does at random: signing in with two factors, answering links of mails, seeing what follows. Each story is
 * told at a firm and at its twins, in a fresh copy of the world; whatever is done, nothing of any other firm changes, and of
 * the same firm's only what belongs to those whom it is about.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Tally } from '../lib/goal.ts';
import type { World } from './build.ts';
import { openServer } from './server.ts';
import { rowsOf } from './silent.ts';
import { createStage, Ended, type Stage } from './stage.ts';
import * as access from './stories/access.ts';
import * as cases from './stories/cases.ts';
import * as news from './stories/news.ts';

export interface Story {
  /** What is so before: at the other twin, say. */
  readonly before?: (other: Stage, stage: Stage) => Promise<void>;
  readonly tell: (stage: Stage, other: Stage) => Promise<void>;
}

export const stories: Readonly<Record<string, Story>> = {
  ...access.stories,
  ...cases.stories,
  ...news.stories,
};

interface Telling {
  readonly tally: Tally;
  readonly folder: string;
  readonly names?: readonly string[];
  readonly onTold?: (name: string) => void;
  /** Asked after each. */
  readonly isEnough?: () => boolean;
}

export async function tellStories(
  world: World,
  { tally, folder, names = Object.keys(stories), onTold, isEnough = () => false }: Telling,
): Promise<void> {
  for (const name of names) {
    for (const letter of ['s', 'a', 'b']) if (!isEnough()) await tellAt(world, name, letter, tally, folder);
    onTold?.(name);
    if (isEnough()) return;
  }
}

async function tellAt(
  world: World,
  name: string,
  letter: string,
  tally: Tally,
  folder: string,
): Promise<void> {
  const file = join(folder, `story-${process.pid}.db`);
  copyFileSync(world.snapshot.file, file);
  const running = openServer({ ...world.snapshot, file });
  const twins = ['a', 'b', 's'].filter((one) => one !== letter);
  const firmIdOf = (one: string) => world.books.get(one)!.firmId;
  const stageAt = (one: string) => createStage(world, running, one, tally, name);
  const rowsOfTwins = () => Promise.all(twins.map((one) => rowsOf(running.database, firmIdOf(one))));
  try {
    await running.server.settle();
    running.mails.splice(0);
    const { before, tell } = stories[name]!;
    const [stage, other] = [stageAt(letter), stageAt(letter === 'b' ? 'a' : 'b')];
    await before?.(other, stage);
    await running.server.settle();
    running.mails.splice(0);
    const rows = await rowsOfTwins();
    await tell(stage, other);
    const now = await rowsOfTwins();
    for (const [index, one] of twins.entries())
      if (now[index] !== rows[index]) tally.fail(`The story of ${name} at ${letter} changed rows of ${one}`);
    for (const error of new Set(running.errors))
      tally.fail(`The story of ${name}: the server failed: ${error}`);
  } catch (error) {
    // What a story reads of an answer may not be there.
    if (!(error instanceof Ended))
      tally.fail(`The story of ${name} at ${letter} broke off: ${String(error)}`);
  } finally {
    await running.server.close();
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true });
  }
}
