// Installs the dependencies when the lockfile asks for it. Plain JavaScript for Node 20, without any dependency.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { progress } from './progress.mjs';

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Path of a file below the root. @param {string} path */
const at = (path) => fileURLToPath(new URL(path, new URL('../../', import.meta.url)));

/** @returns {Promise<void>} rejects with npm's own output when the install fails */
export async function installDependencies() {
  if (isInstalled()) return;
  const done = progress('Installing packages (about a minute)');
  let { code, output } = await npm(['ci', ...quiet]);
  // A lockfile written on another platform may not name this one's binaries (npm/cli#4828), and `ci` wants them all.
  if (code !== 0 && output.includes('EUSAGE'))
    ({ code, output } = await npm(['install', '--no-save', ...quiet]));
  if (code !== 0) throw new Error(`npm could not install the packages:\n${output}`);
  if (!existsSync(nodeBinary()))
    throw new Error('Node 24 is missing after the install: are install scripts off?');
  done();
}

const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];

/**
 * The Node that runs everything else: the devDependency, whatever Node the machine has.
 * On Windows npm's `node` package keeps its executable under another name.
 */
export const nodeBinary = () => at(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

/** True when node_modules holds exactly what package-lock.json asks for; npm writes its record last, so a torn install counts as none. */
export function isInstalled() {
  const record = at('node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(nodeBinary())) return false;
  return isUpToDate(packagesIn(at('package-lock.json')), packagesIn(record));
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} LockedPackage
 * @param {Record<string, LockedPackage>} wanted  of package-lock.json
 * @param {Record<string, LockedPackage>} present of node_modules/.package-lock.json
 */
export function isUpToDate(wanted, present) {
  return Object.entries(wanted).every(([path, want]) => {
    if (!path.startsWith('node_modules/')) return true;
    const have = present[path];
    if (!have) return want.optional === true; // another platform's binary
    return have.link === want.link && have.version === want.version && have.integrity === want.integrity;
  });
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Runs npm with the Node that npm itself runs on: not with the one in node_modules, which `npm ci` deletes first.
 * @param {string[]} args @returns {Promise<{ code: number, output: string }>}
 */
function npm(args) {
  const cli = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const viaNode = cli?.endsWith('.js');
  const child = spawn(viaNode ? node : 'npm', viaNode ? [String(cli), ...args] : args, {
    cwd: root,
    shell: !viaNode && process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
