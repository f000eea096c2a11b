/** Lets this process load the server's sources instrumented. Imported before anything of the server is. */
import { changeSources, lightPasswords, replaceOnce } from '../lib/change-source.ts';
import { instrument } from './instrument.ts';
import { mutant } from './mutant.ts';
import type { Predicate } from './scan.ts';
import { isLookedAt, scanSources } from './sources.ts';

/** All predicates; the number of each is its place. */
export const predicates: readonly Predicate[] = scanSources();

globalThis.$mutant = mutant;

const keptStatements = 'packages/server-adapter/src/sql/prepared.ts';

changeSources((file, source) => {
  // Statements are kept per mutant.
  if (file === keptStatements)
    return replaceOnce(
      source,
      'plans[executor.dialect] ??= make()',
      '$mutant.plan(plans, executor.dialect, make)',
    );
  if (!isLookedAt(file)) return undefined;
  const own = predicates.flatMap((predicate, id) => (predicate.file === file ? [{ predicate, id }] : []));
  const instrumented = instrument(
    source,
    own.map(({ predicate }) => predicate),
    own.map(({ id }) => id),
  );
  return lightPasswords(file, instrumented) ?? instrumented;
});
