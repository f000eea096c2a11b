/** The table of the ASVS names nothing that is not there, and leaves nothing out. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hasNamedTest } from '../lib/named-test.ts';
import { at } from '../lib/workspace.ts';
import { goals } from '../prove/goals/index.ts';
import { answersOf, chapterOf, parts, readAsvs, type Kind } from './asvs.ts';

const { standard, chapters, applicable, outOfScope } = readAsvs();
const promises = readFileSync(at('SECURITY.md'), 'utf8');

const read = (file: string) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : '');

/** The promises that `npm run prove` shows; G5 is shown in two places. */
const proved = new Set(goals.map(({ name }) => name.split('-', 1)[0]!));

/** Whether a file has a test of exactly this name, as it is written there; or there is a proof. */
function hasTest(value: string): boolean {
  if (value.startsWith('prove:')) return proved.has(value.slice('prove:'.length));
  const [file, name] = parts(value);
  return hasNamedTest(file, name);
}

const headings = (markdown: string) => [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);

function hasHeading(value: string): boolean {
  const [file, heading] = parts(value);
  return headings(read(file)).includes(heading);
}

const duties = [...promises.matchAll(/^- \*\*(H\d+) /gm)].map(([, id]) => id!);

/** What comes later, by the name of its part. */
const later = [...section('What is not built yet').matchAll(/^- \*\*([^*]+)\.\*\*/gm)].map(
  ([, part]) => part!,
);

function section(heading: string): string {
  const [, rest = ''] = promises.split(`\n## ${heading}\n`);
  return rest.split('\n## ', 1)[0]!;
}

const given: Readonly<Record<Kind, (value: string) => boolean>> = {
  test: hasTest,
  document: hasHeading,
  host: (value) => duties.includes(value),
  'not-built': (value) => later.includes(value),
};

for (const kind of Object.keys(given) as Kind[]) {
  test(`every ${kind} that it names is there`, () => {
    const named = applicable.flatMap((item) => answersOf(item).map((answer) => ({ ...answer, id: item.id })));
    const wrong = named.filter((answer) => answer.kind === kind && !given[kind](answer.value));
    assert.deepEqual(wrong, []);
  });
}

test('every item has exactly one answer', () => {
  assert.deepEqual(
    applicable.filter((item) => answersOf(item).length !== 1).map(({ id }) => id),
    [],
  );
});

test('every item of levels 1 and 2 is there once, answered or out for a reason', () => {
  const ids = [...applicable.map(({ id }) => id), ...outOfScope.flatMap((group) => group.ids)];
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  for (const { id, items } of chapters)
    assert.equal(ids.filter((one) => chapterOf(one) === id).length, items, `V${id}`);
  assert.equal(ids.length, 253);
  assert.equal(standard.items, 345);
  assert.ok(applicable.filter(({ level }) => level === 1).length <= 70);
});

test('SECURITY.md says how many there are', () => {
  assert.match(promises, new RegExp(`\\b${applicable.length} of the 253 items\\b`));
});

test('SECURITY.md names every promise that is proved', () => {
  const named = new Set([...promises.matchAll(/^\| (G\d+) /gm)].map(([, name]) => name!));
  assert.deepEqual(
    [...proved].filter((name) => !named.has(name)),
    [],
  );
  assert.ok(proved.size > 0);
});

test('the duties of the host are numbered without a gap', () => {
  assert.deepEqual(
    duties,
    duties.map((_, index) => `H${index + 1}`),
  );
});

test('control: what is not there is not found', () => {
  const here = 'scripts/security/asvs.test.ts';
  assert.ok(hasTest(`${here}#control: what is not there is not found`));
  assert.ok(!hasTest(`${here}#control: what is not there`) && !hasTest(`no/such.test.ts#x`));
  assert.ok(hasTest('prove:G5') && !hasTest('prove:G999'));
  assert.ok(hasHeading('SECURITY.md#Report a problem') && !hasHeading('SECURITY.md#Report'));
  assert.ok(given.host('H1') && !given.host('H999'));
  assert.ok(later.length > 0 && !given['not-built']('everything'));
});
