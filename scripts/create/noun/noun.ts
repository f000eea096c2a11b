/** A noun, all the way through the three packages: said, served, shown, proved. */
import { globSync, readFileSync } from 'node:fs';
import { at } from '../../lib/workspace.ts';
import type { Change } from '../change.ts';
import { freePrefix, type NounNames } from '../names.ts';
import { coreChange } from './core.ts';
import { listElement } from './element.ts';
import { serverChange } from './server.ts';

export function nounChange(names: NounNames): Change {
  const parts = [
    coreChange(names, freePrefix(names.file, takenPrefixes())),
    serverChange(names, nextMigration()),
    listElement(names),
  ];
  return {
    files: Object.assign({}, ...parts.map(({ files }) => files)),
    edits: Object.assign({}, ...parts.map(({ edits }) => edits)),
  };
}

/** The prefixes of ids that there are. */
function takenPrefixes(): string[] {
  const source = readFileSync(at('packages/core/src/contract/ids.ts'), 'utf8');
  const table = /idPrefixes = \{(.*?)\}/s.exec(source)?.[1] ?? '';
  return [...table.matchAll(/'(\w+)'/g)].map(([, prefix]) => prefix!);
}

/** The number after that of the last migration: `0002`. */
function nextMigration(): string {
  const files = globSync('[0-9]*_*.ts', { cwd: at('packages/server-adapter/src/sql/migrations') });
  return String(1 + Math.max(0, ...files.map((file) => Number.parseInt(file, 10)))).padStart(4, '0');
}
