/** Lets this process load the server's sources instrumented. Imported before anything of the server is. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { root } from '../../lib/workspace.ts';
import { instrument } from './instrument.ts';
import { mutant } from './mutant.ts';
import type { Predicate } from './scan.ts';
import { isLookedAt, scanSources } from './sources.ts';

/** All predicates; the number of each is its place. */
export const predicates: readonly Predicate[] = scanSources();

globalThis.$mutant = mutant;
const folder = 'packages/server-adapter/src/';

/** What else is changed: a text that has to be there, and what takes its place. */
const changes: Readonly<Record<string, readonly [from: string, to: string]>> = {
  // Statements are kept per mutant.
  'sql/prepared.ts': [
    'plans[executor.dialect] ??= compile(build(executor, placeholders as P))',
    '$mutant.plan(plans, executor.dialect, () => compile(build(executor, placeholders as P)))',
  ],
  // Comparing passwords would take longer than everything else together, and is about something else.
  'access/argon2id.ts': ['const today = { m: 19_456, t: 2, p: 1 }', 'const today = { m: 8, t: 1, p: 1 }'],
};

registerHooks({
  load(url, context, nextLoad) {
    const file = url.startsWith('file:') ? fileURLToPath(url).slice(root.length) : '';
    const change = changes[file.slice(folder.length)];
    if (!file.startsWith(folder) || (!change && !isLookedAt(file))) return nextLoad(url, context);
    const own = predicates.flatMap((predicate, id) => (predicate.file === file ? [{ predicate, id }] : []));
    const source = instrument(
      readFileSync(new URL(url), 'utf8'),
      own.map(({ predicate }) => predicate),
      own.map(({ id }) => id),
    );
    return {
      format: 'module-typescript',
      source: change ? replace(file, source, change) : source,
      shortCircuit: true,
    };
  },
});

function replace(file: string, source: string, [from, to]: readonly [string, string]): string {
  if (!source.includes(from))
    throw new Error(`${file} has no “${from}” any more: say here what there is now`);
  return source.replace(from, () => to);
}
