/** Lets this process load sources of the server with something changed in them; whatever it is, it must be there. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { root } from '../../lib/workspace.ts';

/** What a file below the root becomes; undefined when it stays as it is. */
export type SourceChange = (file: string, source: string) => string | undefined;

/** For what is loaded from now on, so before anything of the server is. */
export function changeSources(change: SourceChange): void {
  registerHooks({
    load(url, context, nextLoad) {
      const file = url.startsWith(`file://${root}packages/`) ? fileURLToPath(url).slice(root.length) : '';
      const source = file.endsWith('.ts') ? change(file, readFileSync(new URL(url), 'utf8')) : undefined;
      if (source === undefined) return nextLoad(url, context);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

/** @throws when the text is not there: then the source has been written anew, and so must be the change */
export function replaceOnce(source: string, from: string, to: string): string {
  if (source.split(from).length !== 2) throw new Error(`A source does not have “${from}” once any more`);
  return source.replace(from, () => to);
}

const passwords = 'packages/server-adapter/src/access/argon2id.ts';

/** Passwords that are quick to compare, for proofs that are about something else and compare thousands. */
export const lightPasswords: SourceChange = (file, source) =>
  file === passwords
    ? replaceOnce(source, 'const today = { m: 19_456, t: 2, p: 1 }', 'const today = { m: 8, t: 1, p: 1 }')
    : undefined;
