/** `npm run size`: the bytes a page loads, against `size-budget.json`. Ends with 1 when something is over it. */
import { isOver, readBudget, type Size } from '../size/budget.ts';
import { measureEntry, measureSections } from '../size/measure.ts';

const budget = readBudget();
const sizes: Size[] = [];
for (const [name, entry] of Object.entries(budget.entries)) sizes.push(await measureEntry(name, entry));
sizes.push(...(await measureSections(budget)));

const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
for (const size of sizes) {
  const { name, bytes, limit, forbidden } = size;
  console.log(`${isOver(size) ? '✗' : '✓'} ${name.padEnd(28)}${kB(bytes)} kB of ${limit}`);
  if (forbidden.length > 0) console.log(`    must not be in a page: ${forbidden.slice(0, 5).join(', ')}`);
}
if (sizes.some(isOver)) {
  console.log('\nOver the budget. Load what is needed later with import(), or spend less.');
  process.exitCode = 1;
}
