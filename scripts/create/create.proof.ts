/** What `npm run create` writes compiles, passes every check, and works. In a copy of the tree: `npm test -- create`. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { node, run, type RunOptions } from '../lib/process.ts';
import { typescriptProjects } from '../lib/workspace.ts';
import { copyOfTree, type Copy } from './copy.ts';

// Without this, an inner test runner would take itself for a part of the outer one.
const env = { NODE_TEST_CONTEXT: undefined };
let copy: Copy;
let written: string[];

const inCopy = (): RunOptions => ({ cwd: copy.root, env });
const succeeds = async (outcome: ReturnType<typeof run>): Promise<void> => {
  const { code, output } = await outcome;
  assert.equal(code, 0, output);
};
const create = async (...words: string[]) => {
  const { code, output } = await node(['scripts/tasks/create.ts', ...words], inCopy());
  assert.equal(code, 0, output);
  return [...output.matchAll(/^ {2}(\S+\.\w+)$/gm)].map(([, file]) => file!);
};

before(async () => {
  copy = await copyOfTree();
  written = [
    ...(await create('noun', 'trust-entries')),
    ...(await create('element', 'trust-total', 'trust-entries')),
  ];
});
after(() => copy.remove());

test('files come in all three packages, with stories', () => {
  for (const place of ['packages/core/', 'packages/server-adapter/', 'packages/elements/', 'stories/']) {
    assert.ok(
      written.some((file) => file.startsWith(place)),
      place,
    );
  }
});

for (const project of typescriptProjects().filter((one) => /^(packages|stories)/.test(one))) {
  test(`${project} compiles`, () => succeeds(run('tsc', ['-p', project], inCopy())));
}

test('lint finds nothing in it', () =>
  succeeds(
    run(
      'oxlint',
      written.filter((file) => file.endsWith('.ts')),
      inCopy(),
    ),
  ));

test('it has the one format', () => succeeds(run('oxfmt', ['--check', ...written], inCopy())));

test('nothing that is derived is stale', () =>
  succeeds(node(['scripts/tasks/generate.ts', '--check'], inCopy())));

test('the server serves it, to whom it should', () =>
  succeeds(node(['--test', 'packages/server-adapter/src/trust-entries/trust-entries.test.ts'], inCopy())));

test('the contract matrix takes it in', () =>
  succeeds(
    node(
      [
        '--test',
        '--test-name-pattern=trustEntries|has an example',
        'packages/server-adapter/src/testing/contract-matrix.test.ts',
      ],
      inCopy(),
    ),
  ));

test('its words are in every catalog', () =>
  succeeds(node(['--test', 'packages/elements/src/locales/catalog.node.test.ts'], inCopy())));

test('its elements pass their stories', () =>
  succeeds(
    node(['node_modules/@web/test-runner/dist/bin.js', '--static-logging'], {
      ...inCopy(),
      env: { ...env, TEST_FILES: 'trust-' },
    }),
  ));

test('it does not write over what is there', async () => {
  const { code, output } = await node(['scripts/tasks/create.ts', 'noun', 'trust-entries'], inCopy());
  assert.equal(code, 1);
  assert.match(output, /Already there/);
});
