/** Chance that can be had again: the same seed gives the same numbers. */
export interface Random {
  /** From 0 up to, not including, 1. */
  (): number;
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of them; undefined of none. */
  maybe<T>(list: readonly T[]): T | undefined;
  /** One of them. @throws of none */
  pick<T>(list: readonly T[]): T;
  /** Chance of its own for a part, so that what one part takes changes nothing for another. */
  part(name: string): Random;
}

/** mulberry32 by Tommy Ettinger: 32 bits of state are plenty for choosing tests. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  const maybe = <T>(list: readonly T[]): T | undefined => list[int(list.length)];
  return Object.assign(next, {
    int,
    maybe,
    chance: (probability: number) => next() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('There is nothing to pick from');
      return maybe(list)!;
    },
    part: (name: string) => createRandom(mix(seed, name)),
  });
}

/** FNV-1a. */
function mix(seed: number, name: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}
