/** Requests under an idempotency key: sent again they give the same bytes, and nobody else's key is ever in the way. */
import type { Random } from '../lib/random.ts';
import type { Chosen } from './choose.ts';
import { codeOf } from './judge.ts';
import { bytesOf, type Given } from './server.ts';

/** Few, so that everybody uses the keys of everybody. */
const keys = 25;

interface Kept {
  readonly chosen: Chosen;
  readonly bytes: string;
}

export interface Repeats {
  /** A key for a call that changes something; undefined for most. */
  keyFor(chosen: Chosen): string | undefined;
  /** Whether a call is by chance the very one that was answered under its key: then nothing is done, and it is told again. */
  isSame(chosen: Chosen, key: string): boolean;
  /** What is wrong with an answer under a key. */
  judge(chosen: Chosen, key: string, given: Given): string | undefined;
  /** A request that was answered some time ago, to be sent again. */
  old(): { readonly chosen: Chosen; readonly key: string; readonly bytes: string } | undefined;
}

export function createRepeats(random: Random): Repeats {
  const kept = new Map<string, Kept>();
  const place = ({ caller }: Chosen, key: string) =>
    `${caller.letter} ${'id' in caller.viewer ? caller.viewer.id : ''} ${key}`;
  const requestOf = ({ template, input }: Chosen) => `${template.name} ${JSON.stringify(input)}`;

  return {
    keyFor({ template: { endpoint }, caller }) {
      const counts = endpoint.method !== 'GET' && endpoint.spec.audience !== 'public';
      // What compares secrets runs outside of the request's transaction, where keys are not looked at.
      if (
        !counts ||
        endpoint.spec.checksSecret ||
        ['nobody', 'view'].includes(caller.viewer.kind) ||
        !random.chance(0.3)
      )
        return undefined;
      return `key-${random.int(keys)}`;
    },

    isSame(chosen, key) {
      const earlier = kept.get(place(chosen, key));
      return earlier !== undefined && requestOf(earlier.chosen) === requestOf(chosen);
    },

    judge(chosen, key, given) {
      const earlier = kept.get(place(chosen, key));
      const isReused = codeOf(given) === 'idempotency.reused';
      if (!earlier) {
        if (isReused) return 'told that the key was used, which it was not, by them';
        if (given.status < 300) kept.set(place(chosen, key), { chosen, bytes: bytesOf(given) });
        return undefined;
      }
      if (given.status >= 300) return undefined;
      if (requestOf(earlier.chosen) !== requestOf(chosen)) return 'answered under a key of another request';
      return isKept(chosen) && earlier.bytes !== bytesOf(given)
        ? `sent again, and it was ${earlier.bytes}`
        : undefined;
    },

    old() {
      if (!random.chance(0.02) || kept.size === 0) return undefined;
      const [where, { chosen, bytes }] = random.pick([...kept]);
      if (!isKept(chosen) || chosen.caller.state !== 'live') return undefined;
      return { chosen, bytes, key: where.slice(where.lastIndexOf(' ') + 1) };
    },
  };
}

/** What is shown once is not told again; nor is a cookie, also not to another session of the same person. */
const isKept = ({ template: { endpoint } }: Chosen): boolean =>
  !endpoint.spec.answersSecret && endpoint.path !== '/session';
