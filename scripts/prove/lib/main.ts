/** The process of one proof; what it found goes to the parent as a message. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goals } from '../goals/index.ts';
import type { Order } from './child.ts';
import { createTally } from './goal.ts';
import { createRandom } from './random.ts';

const { goal: name, seed, scale, only } = JSON.parse(process.argv[2] ?? '') as Order;
const goal = goals.find((one) => one.name === name)!;
const folder = mkdtempSync(join(tmpdir(), 'casefront-prove-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(143)); // exit handlers stop what was started

const tally = createTally();
try {
  const size = (full: number) => Math.max(1, Math.round(full * scale));
  const { prove } = await goal.load();
  await prove({ seed, random: createRandom(seed), size, tally, folder, ...(only !== undefined && { only }) });
} catch (error) {
  tally.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
process.send?.(tally.finding(), () => process.exit(0));
