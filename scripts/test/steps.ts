/** What `npm test` proves, step by step. The long ones come first, so that the lanes end together. */
import { typescriptProjects } from '../lib/workspace.ts';
import { browserTests } from './browser-tests.ts';
import { command, each, task } from './commands.ts';
import { nodeTests } from './node-tests.ts';
import type { Step } from './step.ts';

export const steps: readonly Step[] = [
  { name: 'build', run: task('build') },
  {
    name: 'server',
    needs: ['postgres'],
    run: nodeTests('packages/server-adapter/{src,test}/**/*.test.ts'),
  },
  { name: 'elements', needs: ['browser'], run: browserTests },
  {
    name: 'e2e',
    needs: ['browser', 'postgres'],
    after: ['build'],
    run: nodeTests('examples/*/e2e/**/*.e2e.ts'),
  },
  { name: 'readme', needs: ['browser'], after: ['build'], run: nodeTests('scripts/readme/**/*.e2e.ts') },
  { name: 'types', run: each(typescriptProjects().map((project) => command('tsc', '-p', project))) },
  { name: 'lint', run: command('oxlint') },
  { name: 'format', run: command('oxfmt', '--check') },
  { name: 'generated', run: task('generate', '--check') },
  { name: 'elements-node', run: nodeTests('packages/elements/src/**/*.node.test.ts') },
  { name: 'core', run: nodeTests('packages/core/{src,test}/**/*.test.ts') },
  { name: 'scripts', run: nodeTests('scripts/**/*.test.ts') },
  {
    name: 'create',
    needs: ['browser', 'postgres'],
    run: nodeTests('scripts/create/**/*.proof.ts'),
  },
  { name: 'examples', after: ['build'], run: nodeTests('examples/*/{src,test}/**/*.test.ts') },
  { name: 'packages', after: ['build'], run: nodeTests('scripts/build/**/*.built.ts') },
  { name: 'size', run: task('size') },
  { name: 'stories', run: task('stories', '--build') },
];

/** The steps that the words name, with those they wait for; all without a name. Other words are parts of file names. */
export function choose(all: readonly Step[], words: readonly string[]): { chosen: Step[]; files: string[] } {
  const names = new Set(all.map(({ name }) => name));
  const files = words.filter((word) => !names.has(word));
  const wanted = new Set(words.filter((word) => names.has(word)));
  for (const { name, after = [] } of all.toReversed())
    if (wanted.has(name)) after.forEach((other) => wanted.add(other));
  const chosen = wanted.size === 0 ? [...all] : all.filter(({ name }) => wanted.has(name));
  return { chosen, files };
}
