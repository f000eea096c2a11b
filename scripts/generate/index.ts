/**
 * `npm run generate` writes every derived file; `-- --check` writes nothing and fails when one is stale, so that a
 * drift cannot land.
 */
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import { at } from '../lib/workspace.ts';
import { asvsFile } from './asvs.ts';
import { goldenFile, goldenPath } from '../prove/fields/golden.ts';
import { inventoryFile, inventoryPath } from '../prove/predicates/inventory.ts';
import { elementTagsFile } from './element-tags.ts';
import { endpointFiles } from './endpoints.ts';
import { openapiFile } from './openapi.ts';

const endpoints = 'packages/core/src/endpoints';
const handWritten = new Set([`${endpoints}/route.ts`, `${endpoints}/route.test.ts`]);

/** Every derived file below the root with the text that it should have. */
async function derivedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [file, text] of await endpointFiles()) files.set(`${endpoints}/${file}`, text);
  files.set('packages/core/openapi.json', await openapiFile());
  files.set('packages/elements/src/tags.ts', elementTagsFile());
  files.set('docs/security/asvs-5.0.md', asvsFile());
  files.set(inventoryPath, inventoryFile());
  files.set(goldenPath, goldenFile());
  const style = JSON.parse(await readFile(at('.oxfmtrc.json'), 'utf8')) as FormatConfig;
  for (const [file, text] of files) files.set(file, (await format(file, text, style)).code);
  return files;
}

/** Files in a folder that only holds derived ones, and that nothing derives any more. */
const leftOver = (wanted: ReadonlyMap<string, string>): string[] =>
  globSync(`${endpoints}/**/*.ts`, { cwd: at() }).filter(
    (file) => !wanted.has(file) && !handWritten.has(file),
  );

const isCheck = process.argv.includes('--check');
const wanted = await derivedFiles();
const stale: string[] = [];
for (const [file, text] of wanted) {
  if ((await readFile(at(file), 'utf8').catch(() => undefined)) === text) continue;
  stale.push(file);
  if (isCheck) continue;
  await mkdir(dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
}
for (const file of leftOver(wanted)) {
  stale.push(file);
  if (!isCheck) await rm(at(file));
}

if (stale.length === 0) console.log(`${wanted.size} derived files are up to date`);
else console.log(`${isCheck ? 'Stale' : 'Written'}:\n${stale.map((file) => `  ${file}`).join('\n')}`);
if (isCheck && stale.length > 0) {
  console.log('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
