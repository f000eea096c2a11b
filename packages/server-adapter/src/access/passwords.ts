import { availableParallelism } from 'node:os';
import { problem } from '../http/problem.ts';
import * as argon2id from './argon2id.ts';

/** Hashing, a few at a time: each takes 19 MiB and a core, and everybody else's reads need the cores too. */
export interface Passwords {
  /** A PHC string of the password, its bytes exactly as typed. @throws `server.busy` */
  hash(password: string): Promise<string>;
  /**
   * Whether the password fits. Without a stored string, for a person who is not there, it takes as long and says no,
   * so the time tells nobody who is a client here (ASVS 6.3.8). @throws `server.busy`
   */
  verify(password: string, stored: string | undefined): Promise<boolean>;
  /** Whether a string should be made again from the password at hand. */
  isOutdated(stored: string): boolean;
}

export interface PasswordOptions {
  /** How many are computed at once. Default: one per core. */
  readonly atOnce?: number;
  /** How many may wait for their turn. */
  readonly waiting?: number;
}

export function createPasswords({
  atOnce = availableParallelism(),
  waiting = 64,
}: PasswordOptions = {}): Passwords {
  const queue: (() => void)[] = [];
  let running = 0;

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) {
      running++;
    } else {
      if (queue.length >= waiting) throw problem('server.busy', { retryAfter: 2 });
      // Whoever leaves hands over the place, so `running` stays as it is.
      await new Promise<void>((turn) => queue.push(turn));
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };

  return {
    hash: (password) => inTurn(() => argon2id.hash(password)),
    verify: (password, stored) => inTurn(() => argon2id.verify(password, stored ?? argon2id.dummy)),
    isOutdated: argon2id.isOutdated,
  };
}
