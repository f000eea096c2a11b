/** The documents name nothing that is not there. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, test } from 'node:test';
import { at, root } from '../lib/workspace.ts';
import { files, links, modules, scripts } from './mentions.ts';

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/security/access.md',
  'docs/security/data.md',
  'docs/security/operation.md',
  'examples/firm-website/README.md',
];
const { scripts: known, engines } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const everything = globSync(['*', '{docs,packages,examples,scripts,stories}/**'], {
  cwd: root,
  exclude: (name) => name === 'node_modules' || name === 'dist',
}).map((path) => `/${path.replaceAll('\\', '/')}`);

/** A document leaves the beginning of a path away where it is clear. Files for browsers are there once built. */
const exists = (path: string): boolean =>
  everything.some((full) => full.endsWith(`/${path.replace(/\/$/, '')}`)) ||
  /^casefront(\.bundle)?\.js$/.test(path);

/** The noun that somebody is shown how to add. */
const isExample = (path: string): boolean => /\bdeadlines\b/.test(path);

for (const document of documents) {
  const text = readFileSync(at(document), 'utf8');
  const missing = (found: string[], isThere: (one: string) => boolean) =>
    assert.deepEqual(
      found.filter((one) => !isThere(one)),
      [],
    );

  describe(document, () => {
    test('its links lead to files', () =>
      missing(links(text), (link) => existsSync(at(dirname(document), link))));
    test('its commands exist', () => missing(scripts(text), (name) => Object.hasOwn(known, name)));
    test('its modules exist', () => missing(modules(text), canImport));
    test('its files exist', () => missing(files(text), (file) => isExample(file) || exists(file)));
  });
}

function canImport(specifier: string): boolean {
  const [, folder, entry] = /^@casefront\/([\w-]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (entry === undefined) return existsSync(at('packages', folder!));
  try {
    return existsSync(new URL(import.meta.resolve(specifier)));
  } catch {
    return false;
  }
}

test('the README names the oldest Node that its commands take', () => {
  const [, oldest] = /Node (\d[\d.]*\d) or newer/.exec(readFileSync(at('README.md'), 'utf8')) ?? [];
  assert.equal(engines.node, `>=${oldest}`);
});

test('what a document names is found', () => {
  const text =
    'See [this](docs/a.md#part), [that](https://a.example) and [here](#below). `npm run size` or `npm test`.';
  assert.deepEqual(links(text), ['docs/a.md']);
  assert.deepEqual(scripts(text), ['size', 'test']);
  assert.deepEqual(modules("import '@casefront/core/firm'; `@casefront/core`"), [
    '@casefront/core/firm',
    '@casefront/core',
  ]);
  assert.deepEqual(files('`sql/`, `a/b.ts`, `c.json`; not `server.fetch` or `/desk`'), [
    'sql/',
    'a/b.ts',
    'c.json',
  ]);
  assert.ok(
    !exists('no/such.ts') && !canImport('@casefront/core/no-such-entry') && !canImport('@casefront/no-such'),
  );
});
