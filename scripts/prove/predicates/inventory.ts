/**
 * The list of all predicates that git holds. `npm run generate` derives it, so whoever takes one away shows it in their
 * change; and where somebody sees what they should not, it says which one is not there any more.
 */
import { readFileSync } from 'node:fs';
import { at } from '../../lib/workspace.ts';
import type { Predicate } from './scan.ts';
import { scanSources } from './sources.ts';

export const inventoryPath = 'scripts/prove/predicates/inventory.json';

/** By file, in the order of the source: `visible: shares.person_id = ${scope.personId}`. No lines: they change all day. */
export type Inventory = Readonly<Record<string, readonly string[]>>;

export const entryOf = ({ within, text }: Pick<Predicate, 'within' | 'text'>): string => `${within}: ${text}`;

export function inventoryOf(predicates: readonly Predicate[]): Inventory {
  const inventory: Record<string, string[]> = {};
  for (const predicate of predicates) (inventory[predicate.file] ??= []).push(entryOf(predicate));
  return inventory;
}

export const inventoryFile = (): string => `${JSON.stringify(inventoryOf(scanSources()), null, 2)}\n`;

/** What the inventory has and the sources do not, as `file:line  text, in declaration`. */
export function missingPredicates(
  inventory: Inventory = JSON.parse(readFileSync(at(inventoryPath), 'utf8')) as Inventory,
  present: readonly Predicate[] = scanSources(),
): string[] {
  return Object.entries(inventory).flatMap(([file, entries]) => {
    const here = present.filter((predicate) => predicate.file === file);
    const left = here.map(entryOf);
    return entries.flatMap((entry, index) => {
      const found = left.indexOf(entry);
      if (found >= 0) {
        left.splice(found, 1);
        return [];
      }
      const [within, text] = split(entry);
      return `${file}:${lineOf(entries, index, here)}  ${text}, in ${within}`;
    });
  });
}

const split = (entry: string): [within: string, text: string] => {
  const colon = entry.indexOf(': ');
  return [entry.slice(0, colon), entry.slice(colon + 2)];
};

/** Where it stood: at its nearest neighbour that is still there, preferably in the same declaration. */
function lineOf(entries: readonly string[], index: number, here: readonly Predicate[]): number | string {
  const near = entries
    .map((entry, other) => ({
      entry,
      far: Math.abs(other - index),
      same: split(entry)[0] === split(entries[index]!)[0],
    }))
    .toSorted((a, b) => Number(b.same) - Number(a.same) || a.far - b.far);
  for (const { entry } of near) {
    const found = here.find((predicate) => entryOf(predicate) === entry);
    if (found) return found.line;
  }
  return '?';
}
