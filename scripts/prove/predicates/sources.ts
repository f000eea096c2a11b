/** The sources whose predicates are looked at, and all predicates in them. */
import { globSync, readFileSync } from 'node:fs';
import { at } from '../../lib/workspace.ts';
import { scan, type Predicate } from './scan.ts';

const folder = 'packages/server-adapter/src/';
/** What only whoever runs the server calls, at their own machine; tests; and what is below all scope. */
const others = /\.test\.ts$|\/(?:testing|cli|sql|hosts)\/|\/firm\/create\.ts$/;

export const isLookedAt = (file: string): boolean =>
  file.startsWith(folder) && file.endsWith('.ts') && !others.test(file);

export const scanSources = (): Predicate[] =>
  globSync(`${folder}**/*.ts`, { cwd: at() })
    .filter(isLookedAt)
    .toSorted()
    .flatMap((file) => scan(file, readFileSync(at(file), 'utf8')));
