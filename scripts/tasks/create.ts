/**
 * `npm run create noun NAME [SINGULAR]`: a noun in all three packages, with a list that works and its tests.
 * `npm run create element NAME [FOLDER]`: an element, in the folder of its noun.
 */
import { apply, type Change } from '../create/change.ts';
import { elementNames, isName, nounNames } from '../create/names.ts';
import { nounChange } from '../create/noun/noun.ts';
import { plainElement } from '../create/plain-element.ts';
import { node, run } from '../lib/process.ts';

const usage = `npm run create noun NAME [SINGULAR]     as in: npm run create noun deadlines
npm run create element NAME [FOLDER]    as in: npm run create element portal-deadline deadlines
Names are in lower case with hyphens.`;

const [kind, name = '', other] = process.argv.slice(2);
const change =
  isName(name) && (other === undefined || isName(other)) ? changeOf(kind, name, other) : undefined;
if (change) await create(change);
else {
  console.error(usage);
  process.exitCode = 2;
}

function changeOf(kind: string | undefined, name: string, other: string | undefined): Change | undefined {
  if (kind === 'noun') return nounChange(nounNames(name, other));
  if (kind !== 'element') return undefined;
  const names = elementNames(name);
  return plainElement(names, other ?? names.file);
}

async function create(change: Change): Promise<void> {
  try {
    const files = await apply(change);
    await run('oxfmt', files);
    const generated = await node(['scripts/tasks/generate.ts']);
    console.log(`Written:\n${files.map((file) => `  ${file}`).join('\n')}\n${generated.output}`);
    console.log('CONTRIBUTING.md says what each is for. See it work: npm test, npm run stories.');
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
