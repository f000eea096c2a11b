/** Derives `docs/security/asvs-5.0.md`, for people, from the table of the ASVS beside it. */
import { answersOf, chapterOf, kinds, parts, readAsvs, type Item, type Kind } from '../security/asvs.ts';

const { standard, chapters, applicable, outOfScope } = readAsvs();

/** A link that leads to what answers an item. */
const shown: Readonly<Record<Kind, (value: string) => string>> = {
  test(value) {
    if (value.startsWith('prove:')) return `\`npm run prove -- ${value.slice('prove:'.length)}\``;
    const [file, name] = parts(value);
    return `[${inCell(name)}](../../${file})`;
  },
  document(value) {
    const [file, heading] = parts(value);
    return `[${heading}](../../${file}#${anchor(heading)})`;
  },
  host: (duty) => `[${duty}](../../SECURITY.md#what-the-host-does)`,
  'not-built': (part) => `not built yet: [${part}](../../SECURITY.md#what-is-not-built-yet)`,
};

/** As GitHub makes it of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number} -]/gu, '')
    .replaceAll(' ', '-');

const inCell = (text: string): string => text.replaceAll('|', '\\|').replace(/[[\]<>*_`$]/g, '\\$&');

const row = (item: Item): string => {
  const answers = answersOf(item).map(({ kind, value }) => shown[kind](value));
  return `| ${item.id} | ${item.level} | ${item.about} | ${answers.join(' ')} |`;
};

const counts = (Object.keys(kinds) as Kind[]).map(
  (kind) => `${applicable.filter((item) => item[kind] !== undefined).length} ${kinds[kind]}`,
);

export function asvsFile(): string {
  const out = outOfScope.flatMap(({ ids }) => ids);
  const tables = chapters.flatMap(({ id, about }) => {
    const items = applicable.filter((item) => chapterOf(item.id) === id);
    if (items.length === 0) return [];
    return [
      '',
      `## V${id} ${about}`,
      '',
      '| Item | Level | In our words | Answered by |',
      '| --- | --- | --- | --- |',
      ...items.map(row),
    ];
  });
  return [
    `# ${standard.name} ${standard.version}, level 2`,
    '',
    'Written by `npm run generate` from `asvs-5.0.json`; `npm test` holds every line of it to what is there.',
    '',
    `Levels 1 and 2 have ${applicable.length + out.length} of the standard's ${standard.items} items. ${applicable.length} apply here: ${counts.join(', ')}. ${out.length} are out, for the reasons below.`,
    '',
    `${standard.note} ASVS: [source](${standard.source}), [CC BY-SA 4.0](${standard.license}).`,
    ...tables,
    '',
    '## Out of scope',
    '',
    '| Why | Items |',
    '| --- | --- |',
    ...outOfScope.map(({ why, ids }) => `| ${why} | ${ids.join(', ')} |`),
    '',
  ].join('\n');
}
