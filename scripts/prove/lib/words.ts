/** What stands behind `npm run prove --`: `G1 G5 --seed 42 --scale 0.01`, `G2 --only shares/`. */
import type { Goal } from './goal.ts';

export interface Wish {
  readonly goals: readonly Goal[];
  readonly seed: number;
  readonly scale: number;
  /** Of what a goal has many of by name, only these: `shares/sql.ts:66,links/`. */
  readonly only?: string;
}

/** @throws with what to write instead */
export function readWords(
  words: readonly string[],
  all: readonly Goal[],
  anySeed: () => number = () => Math.floor(Math.random() * 2 ** 31),
): Wish {
  const names: string[] = [];
  const options: Record<string, number> = {};
  let only: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (!word.startsWith('--')) names.push(word.toUpperCase());
    else if (word === '--only') only = words[++index] ?? '';
    else options[word.slice(2)] = Number(words[++index]);
  }
  const { seed = anySeed(), scale = 1, ...others } = options;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw new Error(`There is no --${unknown}: --seed, --scale and --only are.`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('A seed is a whole number: --seed 42');
  if (!(scale > 0 && scale <= 1)) throw new Error('A scale is above 0 and at most 1: --scale 0.01');
  // G5 means G5-sqlite and G5-postgres, and not G50.
  const isMeant = (name: string, { name: goal }: Goal) => [goal, goal.split('-', 1)[0]].includes(name);
  const wrong = names.find((name) => !all.some((goal) => isMeant(name, upper(goal))));
  if (wrong !== undefined)
    throw new Error(`There is no goal ${wrong}. Goals: ${all.map(({ name }) => name).join(', ')}.`);
  const goals = all.filter((goal) => names.length === 0 || names.some((name) => isMeant(name, upper(goal))));
  return { goals, seed, scale, ...(only !== undefined && { only }) };
}

const upper = (goal: Goal): Goal => ({ ...goal, name: goal.name.toUpperCase() });
