/**
 * `npm run generate` writes every file that is derived from the contract; `-- --check` writes nothing and fails when
 * one is stale, so that a drift cannot land.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endpointFiles } from './endpoints.ts';
import { openapiFile } from './openapi.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const endpointsDir = 'packages/core/src/endpoints';
const check = process.argv.includes('--check');

const wanted = new Map<string, string>();
for (const [file, text] of await endpointFiles()) wanted.set(join(endpointsDir, file), text);
wanted.set('packages/core/openapi.json', await openapiFile());

const handWritten = new Set(['route.ts', 'route.test.ts']);
const stale: string[] = [];
for (const [file, text] of wanted) {
  const current = await readFile(join(root, file), 'utf8').catch(() => undefined);
  if (current === text) continue;
  stale.push(file);
  if (check) continue;
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}
for (const entry of await readdir(join(root, endpointsDir), { recursive: true, withFileTypes: true })) {
  const file = relative(root, join(entry.parentPath, entry.name));
  if (!entry.isFile() || handWritten.has(entry.name) || wanted.has(file)) continue;
  stale.push(file);
  if (!check) await rm(join(root, file));
}

if (stale.length === 0) console.log(`${wanted.size} derived files are up to date`);
else console.log(`${check ? 'Stale' : 'Written'}:\n${stale.map((file) => `  ${file}`).join('\n')}`);
if (check && stale.length > 0) {
  console.log('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
