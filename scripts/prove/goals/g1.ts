/** G1: whoever calls whatever about whatever, nobody reads or touches what is not theirs. */
import type { Prove } from '../lib/goal.ts';
import { missingPredicates } from '../predicates/inventory.ts';
import { buildWorld } from '../world/build.ts';
import { playRound } from '../world/round.ts';
import { tellStories } from '../world/stories.ts';

const callsPerRound = 10_000;
/** More would say the same again. */
const plenty = 200;

export const prove: Prove = async ({ random, tally, size, folder }) => {
  const world = await buildWorld(folder);
  const calls = size(200_000);
  const isEnough = () => tally.failures >= plenty;
  await tellStories(world, { tally, folder });
  for (let round = 0; tally.n < calls && !isEnough(); round++) {
    const rest = Math.min(callsPerRound, calls - tally.n);
    await playRound(world, { calls: rest, random: random.part(`round ${round}`), tally, folder, isEnough });
  }
  if (tally.positives < tally.n / 20)
    tally.fail('Less than one call in twenty was answered with what is their own');
  for (const missing of tally.failures > 0 ? missingPredicates() : []) tally.note(`missing: ${missing}`);
};
