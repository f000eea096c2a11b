/** Proves what `npm run build` made, as npm would hand it out. Run after the build: `npm test -- packages`. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { run } from '../lib/process.ts';
import { at, packages } from '../lib/workspace.ts';
import { binEntries, entriesOf, scriptEntries } from './entries.ts';

for (const pack of packages()) {
  describe(pack.manifest.name, () => {
    for (const specifier of [...entriesOf(pack).map((entry) => entry.specifier), ...scriptEntries(pack)]) {
      test(`importing ${specifier} in Node does not throw`, async () => {
        const { code, output } = await run('node', ['-e', `import(${JSON.stringify(specifier)})`], {
          cwd: at(pack.folder),
        });
        assert.equal(code, 0, output);
      });
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
