/**
 * G2: every endpoint says whom it is for, and everything that decides who sees what is needed: each predicate is switched
 * off in turn, and a short G1 has to find out.
 */
import type { Prove, Trial } from '../lib/goal.ts';
import { createTally } from '../lib/goal.ts';
import { predicates } from '../predicates/load.ts';
import { entryOf } from '../predicates/inventory.ts';
import { survivors } from '../predicates/survivors.ts';
import type { World } from '../world/build.ts';

/** A short G1: it ends at the first thing that it finds. */
const calls = 5000;
/** Calls between two looks at the tables: a mutant that only writes shows there. */
const pace = 200;

export const prove: Prove = async (trial) => {
  // Only now: what is imported from here on is instrumented.
  const [{ buildWorld }, { checkBoot }] = await Promise.all([
    import('../world/build.ts'),
    import('./boot.ts'),
  ]);
  checkBoot(trial.tally);
  const world = await buildWorld(trial.folder, 1);
  const reach = await findReach(world, trial);
  const wanted = predicates.map((_, id) => id).filter((id) => !isListed(id) && isAsked(id, trial.only));
  const chosen = wanted.slice(0, trial.size(wanted.length));
  for (const id of chosen) await tryMutant(world, trial, id, reach.get(id));
  for (const { file, entry } of survivors)
    if (!predicates.some((one) => one.file === file && entryOf(one) === entry))
      trial.tally.fail(`predicates/survivors.ts names what is not there any more: ${file} ${entry}`);
  trial.tally.fact('listed', predicates.length - wanted.length);
};

const isListed = (id: number): boolean => {
  const predicate = predicates[id]!;
  return survivors.some(({ file, entry }) => file === predicate.file && entry === entryOf(predicate));
};

const isAsked = (id: number, only: string | undefined): boolean => {
  const { file, line } = predicates[id]!;
  return only === undefined || only.split(',').some((part) => `${file}:${line} `.includes(part));
};

/** By which ways a predicate is asked about. */
interface Reach {
  readonly endpoints: Set<string>;
  readonly stories: Set<string>;
}

const plays = async () => ({
  ...(await import('../world/round.ts')),
  ...(await import('../world/stories.ts')),
});

/** Which endpoints and stories ask about which predicate; and the control: with all of them on, nothing is found. */
async function findReach(world: World, { random, tally, folder }: Trial): Promise<Map<number, Reach>> {
  const { playRound, tellStories } = await plays();
  const control = createTally();
  const asked = new Set<number>();
  const reach = new Map<number, Reach>();
  const note = (kind: keyof Reach) => (name: string) => {
    for (const id of asked) {
      if (!reach.has(id)) reach.set(id, { endpoints: new Set(), stories: new Set() });
      reach.get(id)![kind].add(name);
    }
    asked.clear();
  };
  const onAnswer = note('endpoints');
  $mutant.watch(asked);
  await tellStories(world, { tally: control, folder, onTold: note('stories') });
  await playRound(world, { calls, random: random.part('control'), tally: control, folder, pace, onAnswer });
  $mutant.watch(undefined);
  for (const message of control.finding().messages) tally.fail(`With nothing switched off: ${message}`);
  if (control.positives > calls / 20) tally.positive();
  return reach;
}

/** A few calls first, which find most; then the stories that ask about it; then all calls. */
async function tryMutant(world: World, trial: Trial, id: number, reach?: Reach): Promise<void> {
  const { playRound, tellStories } = await plays();
  const { random, folder } = trial;
  const tally = createTally();
  const isEnough = () => tally.failures > 0;
  const play = (calls: number, pace: number) => {
    const focus = reach?.endpoints;
    const part = random.part(`mutant ${id}`);
    return playRound(world, { calls, pace, folder, tally, random: part, isEnough, ...(focus && { focus }) });
  };
  $mutant.switchOff(id);
  try {
    if (reach?.endpoints.size) await play(calls / 25, pace / 2);
    if (!isEnough() && reach?.stories.size)
      await tellStories(world, { tally, folder, names: [...reach.stories], isEnough });
    if (!isEnough()) await play(calls, pace);
  } finally {
    $mutant.switchOff(undefined);
  }
  trial.tally.tried();
  const { file, line, within, text } = predicates[id]!;
  if (isEnough()) trial.tally.positive();
  else trial.tally.fail(`Nobody misses ${file}:${line}  ${text}, in ${within}`);
}
