/** G5: whatever was acknowledged is there after the process was killed, on SQLite. */
import { join } from 'node:path';
import { killWriters } from '../durable/kills.ts';
import type { Prove } from '../lib/goal.ts';

export const prove: Prove = async ({ size, tally, random, folder }) => {
  const { cycles, acknowledged, lost, damage } = await killWriters({
    file: join(folder, 'portal.db'),
    acknowledge: 'after',
    cycles: size(200),
    acknowledged: size(30_000),
    random,
  });
  tally.tried(acknowledged);
  tally.fact('kills', cycles);
  if (lost > 0) tally.fail(`${lost} of ${acknowledged} acknowledged messages are lost`);
  for (const sentence of damage) tally.fail(sentence);

  // The control: whoever acknowledges before the commit loses something sooner or later, and this must see it.
  for (let round = 0; round < 20 && tally.positives === 0; round++) {
    const early = await killWriters({
      file: join(folder, `early-${round}.db`),
      acknowledge: 'early',
      cycles: 5,
      acknowledged: 0,
      random: random.part(`early ${round}`),
    });
    tally.positive(early.lost);
  }
};
