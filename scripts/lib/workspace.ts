/** Where things are: the root, the packages, the examples. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../setup/install.mjs';

export { root };

/** Absolute path of something below the root. */
export const at = (...path: string[]): string => join(root, ...path);

/** Folders below the root that match a glob and hold a file, as `packages/core`. */
const foldersWith = (pattern: string, file: string): string[] =>
  globSync(pattern, { cwd: root })
    .filter((folder) => existsSync(at(folder, file)))
    .toSorted();

export interface Manifest {
  name: string;
  version: string;
  exports?: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export interface Package {
  /** The last part of its folder: `core`. */
  readonly id: string;
  /** Its folder below the root: `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The published packages, dependencies first. */
export function packages(): Package[] {
  const found = foldersWith('packages/*', 'package.json').map((folder) => ({
    id: basename(folder),
    folder,
    manifest: JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8')) as Manifest,
  }));
  return found.toSorted((a, b) => Number(dependsOn(a, b)) - Number(dependsOn(b, a)));
}

const dependsOn = (one: Package, other: Package) => other.manifest.name in (one.manifest.dependencies ?? {});

/** Every TypeScript project to check, as `tsc -p` takes it. The builds' own projects are proved by building. */
export const typescriptProjects = (): string[] =>
  globSync('{packages/*,examples/*,scripts,stories}/tsconfig*.json', { cwd: root })
    .filter((file) => !file.endsWith('.build.json'))
    .toSorted();
