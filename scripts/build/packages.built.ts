/** Proves what `npm run build` made, as npm would hand it out. Run after the build: `npm test -- packages`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { elementTags } from '../generate/element-tags.ts';
import { run } from '../lib/process.ts';
import { at, packages } from '../lib/workspace.ts';
import { binEntries, entriesOf, scriptEntries } from './entries.ts';

/** Imports in a world of its own, without the condition that would lead to the sources. */
const importAlone = (specifier: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const source = `import(${JSON.stringify(specifier)}).catch((error) => { setImmediate(() => { throw error }) })`;
    const worker = new Worker(source, { eval: true, execArgv: [] });
    worker.on('error', reject).on('exit', () => resolve());
  });

for (const pack of packages()) {
  describe(pack.manifest.name, () => {
    for (const specifier of [...entriesOf(pack).map((entry) => entry.specifier), ...scriptEntries(pack)]) {
      test(`importing ${specifier} in Node does not throw`, () => importAlone(specifier));
    }

    test('every entry has its types', () => {
      const types = entriesOf(pack).map(({ built }) => built.replace(/\.js$/, '.d.ts'));
      assert.deepEqual(
        types.filter((file) => !existsSync(at(pack.folder, file))),
        [],
      );
    });

    test('every command says what it can do', async () => {
      for (const { built } of binEntries(pack)) {
        const { code, output } = await run('node', [at(pack.folder, built), '--help']);
        assert.equal(code, 0, output);
      }
    });

    test('publint finds nothing wrong', async () => {
      const { messages, pkg } = await publint({ pkgDir: at(pack.folder), level: 'warning', pack: 'npm' });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      );
    });
  });
}

test('a project with the strictest settings compiles against every entry', async () => {
  const folder = at('.cache/strict-project');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const all = packages().flatMap((pack) => entriesOf(pack).map(({ specifier }) => specifier));
  const lines = all.map((specifier, i) => `export * as m${i} from '${specifier}';`);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'all.ts'), [...lines, misuse].join('\n'));
  const types = { types: ['node'], lib: ['es2024', 'dom', 'dom.iterable'], skipLibCheck: false };
  const compilerOptions = { noEmit: true, strict: true, target: 'es2024', module: 'nodenext', ...types };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const { output } = await run('tsc', ['-p', folder]);
  assert.match(output, /^\S*all\.ts\(\d+,\d+\): error TS2322[^\n]*\n$/);
});

/** Proof that types come through: this line, and no other, is an error. */
const misuse = `import { createPortal } from '@casefront/core';
export const title: number = (await createPortal({ api: '/api' }).cases.list()).items[0]!.title;`;

test('an import that throws is seen', async () => {
  await assert.rejects(importAlone('@casefront/core/no-such-entry'), /no-such-entry|not defined/);
});

test('the manifest knows every element', () => {
  const text = readFileSync(at('packages/elements/dist/custom-elements.json'), 'utf8');
  const { modules } = JSON.parse(text) as { modules: { declarations: { tagName?: string }[] }[] };
  const known = modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
  assert.deepEqual(new Set(known), new Set(elementTags()));
});
