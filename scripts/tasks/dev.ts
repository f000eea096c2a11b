/**
 * `npm run dev`: as `npm start`, but a change of a source builds what it touches, starts the website again and
 * reloads the pages that show it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBrowserFiles } from '../build/browser.ts';
import { childEnv, sourceFlags } from '../lib/process.ts';
import { at } from '../lib/workspace.ts';

const website = 'examples/firm-website';
const browserSources = ['packages/core/src', 'packages/elements/src'];
const watched = [...browserSources, 'packages/server-adapter/src', `${website}/src`, `${website}/public`];
const inject = `file://${at('scripts/dev/reload-pages.ts')}`;

let server: ChildProcess | undefined;
let isStopping = false;

function startServer(): void {
  server = spawn(process.execPath, [...sourceFlags, '--import', inject, at(website, 'src/server.ts')], {
    cwd: at(),
    env: childEnv(),
    stdio: 'inherit',
  });
}

async function stopServer(): Promise<void> {
  const old = server;
  if (!old || old.exitCode !== null || old.signalCode !== null) return;
  const ended = once(old, 'exit');
  old.kill('SIGTERM');
  const lastWord = setTimeout(() => old.kill('SIGKILL'), 1500); // where a page holds a stream open
  await ended;
  clearTimeout(lastWord);
}

async function build(): Promise<void> {
  const began = Date.now();
  await buildBrowserFiles({ minify: false });
  console.log(`Built the elements (${Date.now() - began} ms)`);
}

let changed = new Set(browserSources); // the first build
let isBusy = false;

/** Takes all changes of the last moment at once; changes that come while it works are taken next. */
async function apply(): Promise<void> {
  if (isBusy || isStopping) return;
  isBusy = true;
  while (changed.size > 0) {
    await sleep(80);
    const folders = changed;
    changed = new Set();
    try {
      if (browserSources.some((folder) => folders.has(folder))) await build();
      await stopServer();
      startServer();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  isBusy = false;
}

for (const folder of watched) {
  watch(at(folder), { recursive: true }, (_event, file) => {
    if (file?.endsWith('.test.ts')) return;
    changed.add(folder);
    void apply();
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isStopping = true;
    void stopServer().then(() => process.exit(0));
  });
}
await apply();
