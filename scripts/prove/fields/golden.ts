/**
 * Which fields an answer may have, by endpoint and for whom. `npm run generate` derives the list from the contract, git holds
 * it: whoever adds a field shows it in their change. G3 holds the answers of the server against it.
 */
import { readFileSync } from 'node:fs';
import { contract, walk } from '../../../packages/core/src/contract/index.ts';
import { at } from '../../lib/workspace.ts';
import { pathsOfSchema } from './paths.ts';

export const goldenPath = 'scripts/prove/fields/golden.json';

export function goldenFile(): string {
  const golden: Record<string, readonly string[]> = {};
  for (const { name, endpoint } of walk(contract))
    if (endpoint.spec.result)
      golden[`${name} for ${endpoint.spec.audience}`] = pathsOfSchema(endpoint.spec.result);
  return `${JSON.stringify(golden, null, 2)}\n`;
}

export const readGolden = (): Readonly<Record<string, readonly string[]>> =>
  JSON.parse(readFileSync(at(goldenPath), 'utf8')) as Record<string, string[]>;
