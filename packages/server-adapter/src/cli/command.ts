import { existsSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { FirmRecord } from '../context.ts';
import { firmBySlug } from '../firm/find.ts';
import type { Database, Executor } from '../sql/database.ts';
import { postgres } from '../sql/postgres.ts';
import { sqlite } from '../sql/sqlite.ts';

export interface Command {
  /** `casefront invite --firm SLUG …` */
  readonly usage: string;
  readonly about: string;
  /** Resolves with whether all is well. */
  run(args: readonly string[]): Promise<boolean>;
}

/** The command line is not what the command takes; says what it takes. */
export class UsageError extends Error {}

/** Options of a command, all of them text. @throws UsageError */
export function readOptions<const Name extends string, const Optional extends string = never>(
  args: readonly string[],
  required: readonly Name[],
  optional: readonly Optional[] = [],
): Record<Name, string> & Partial<Record<Optional, string>> {
  const options: ParseArgsConfig['options'] = {};
  for (const name of [...required, ...optional]) options[name] = { type: 'string' };
  const { values } = parse(args, options);
  for (const name of required) if (!values[name]) throw new UsageError(`--${name} is missing.`);
  return values as Record<Name, string> & Partial<Record<Optional, string>>;
}

function parse(args: readonly string[], options: ParseArgsConfig['options'] & {}) {
  try {
    return parseArgs({ args: [...args], options, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs `work` on the database of CASEFRONT_DATABASE, and closes it afterwards. With `readOnly` the server may run
 * meanwhile, also on SQLite.
 */
export async function withDatabase<T>(
  work: (database: Database) => Promise<T>,
  { readOnly = false } = {},
): Promise<T> {
  const address = process.env['CASEFRONT_DATABASE'];
  if (!address) throw new UsageError('CASEFRONT_DATABASE is not set.');
  const isFile = !/^postgres(ql)?:/.test(address);
  if (isFile && readOnly && !existsSync(address))
    throw new UsageError(`There is no database ${address} yet. \`casefront migrate\` makes it.`);
  const database = !isFile ? postgres({ url: address }) : sqlite({ file: address, readOnly });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** From the environment, because everybody on the machine can read a command line. */
export function readSecret(): Uint8Array {
  const bytes = new TextEncoder().encode(process.env['CASEFRONT_SECRET'] ?? '');
  if (bytes.byteLength < 32) throw new UsageError('CASEFRONT_SECRET is not set, or shorter than 32 bytes.');
  return bytes;
}

/** It, and the one before it, if there is one: `CASEFRONT_PREVIOUS_SECRET`. */
export function readSecrets(): readonly [Uint8Array, ...Uint8Array[]] {
  const before = process.env['CASEFRONT_PREVIOUS_SECRET'];
  return [readSecret(), ...(before ? [new TextEncoder().encode(before)] : [])];
}

export async function requireFirm(executor: Executor, slug: string): Promise<FirmRecord> {
  const firm = await firmBySlug(executor, slug);
  if (!firm) throw new UsageError(`There is no firm ${slug}. \`casefront firm\` adds one.`);
  return firm;
}

export function errorMessage(error: unknown, command: Command | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof UsageError)) return message;
  return `${message}\n${command?.usage ?? '`casefront help` names the commands.'}`;
}
