/** argon2id by `node:crypto`, in PHC strings: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice, 33 ms on the machines we measured: `m` in KiB, `t` passes, `p` lanes (ASVS App. C). */
const today = { m: 19_456, t: 2, p: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;

interface Parameters {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

const derive = promisify(argon2);

export async function hash(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return phc(today, salt, await run(password, salt, today, hashBytes));
}

/** With the parameters that the string names, so that older ones keep working. Takes as long either way. */
export async function verify(password: string, stored: string): Promise<boolean> {
  const { parameters, salt, expected } = read(stored);
  return timingSafeEqual(await run(password, salt, parameters, expected.length), expected);
}

/** Whether the string was made with other parameters than today's. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(prefix(today));

const run = (message: string, nonce: Buffer, { m, t, p }: Parameters, tagLength: number): Promise<Buffer> =>
  derive('argon2id', { message, nonce, memory: m, passes: t, parallelism: p, tagLength });

const prefix = ({ m, t, p }: Parameters) => `$argon2id$v=19$m=${m},t=${t},p=${p}$`;

function phc(parameters: Parameters, salt: Buffer, tag: Buffer): string {
  return `${prefix(parameters)}${base64(salt)}$${base64(tag)}`;
}

/** PHC strings go without padding. */
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

function read(stored: string) {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    stored,
  );
  if (!found) throw new Error('A stored password is no argon2id string');
  const [, m, t, p, salt, tag] = found as unknown as [string, string, string, string, string, string];
  return {
    parameters: { m: Number(m), t: Number(t), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    expected: Buffer.from(tag, 'base64'),
  };
}

/** A string that no password fits, as expensive to try as a real one: for people who do not exist. */
export const dummy: string = phc(today, Buffer.alloc(saltBytes), randomBytes(hashBytes));
