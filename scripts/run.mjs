// The entry of every npm script: `node scripts/run.mjs TASK …`. It needs no dependency and runs on Node 20, because
// on a fresh clone that is all there may be. It installs what the lockfile asks for and then hands over to
// scripts/tasks/TASK.ts under the Node 24 that the install brought.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { existsSync, readdirSync } from 'node:fs';
import { installDependencies, nodeBinary, root } from './setup/install.mjs';

const [task = '', ...args] = process.argv.slice(2);
const file = new URL(`tasks/${task}.ts`, import.meta.url);
if (!/^[a-z]+$/.test(task) || !existsSync(file)) {
  const tasks = readdirSync(new URL('tasks', import.meta.url)).map((name) => name.replace('.ts', ''));
  console.error(`There is no task “${task}”. Tasks: ${tasks.join(', ')}.`);
  process.exit(2);
}

try {
  await installDependencies();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

const flags = ['--conditions=casefront-source', '--disable-warning=ExperimentalWarning'];
// Node keeps what it has compiled, TypeScript too: every process starts in half the time.
const env = { NODE_COMPILE_CACHE: `${root}.cache/node`, ...process.env };
const child = spawn(nodeBinary(), [...flags, fileURLToPath(file), ...args], {
  cwd: root,
  env,
  stdio: 'inherit',
});

// Ctrl-C reaches the whole process group by itself; waiting for the child lets it end in its own order.
process.on('SIGINT', () => {});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)));

// A killed npm takes only the shell between us with it, and tells nobody.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent || !process.env['npm_lifecycle_event']) return;
  clearInterval(watch);
  child.kill('SIGTERM');
}, 500).unref();
