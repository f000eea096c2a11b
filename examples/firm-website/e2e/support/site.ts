/** The demo as `npm start` runs it, in a process of its own, with data of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { childEnv, sourceFlags } from '../../../../scripts/lib/process.ts';
import { ensureBrowserFiles } from '../../../../scripts/setup/browser-files.ts';
import { seededFolder } from './seeded.ts';

const server = fileURLToPath(new URL('../../src/server.ts', import.meta.url));

/** Milliseconds in which it must be up. */
const patience = 30_000;

export interface Site {
  /** `http://localhost:…`, the same after a restart. */
  readonly url: string;
  /** Where its database and its outbox are. */
  readonly folder: string;
  /** As a power cut: nothing is said to the process. */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same data. */
  restart(): Promise<void>;
  /** Ctrl-C. Returns the exit code. */
  interrupt(): Promise<number | null>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/** A freshly seeded site on a free port. */
export async function startSite(): Promise<Site> {
  await ensureBrowserFiles();
  const folder = await seededFolder(async (empty) => {
    const { child } = await start(empty, '0');
    await stop(child, 'SIGINT');
  });
  let { child, url } = await start(folder, '0');
  return {
    url,
    folder,
    kill: async () => void (await stop(child, 'SIGKILL')),
    async restart() {
      ({ child, url } = await start(folder, new URL(url).port));
    },
    interrupt: () => stop(child, 'SIGINT'),
    async stop() {
      await stop(child, 'SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The exit code; null where the signal ended it. */
async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

async function start(folder: string, port: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [...sourceFlags, server], {
    env: childEnv({ PORT: port, CASEFRONT_DATA: folder, SMTP_URL: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const hear = (text: string) => {
    said += text;
    const url = /is at (http:\S+)/.exec(said)?.[1];
    if (url) resolve(url);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.once('exit', () => reject(new Error(`The site did not start:\n${said}`)));
  const late = setTimeout(
    () => reject(new Error(`The site is not up after ${patience} ms:\n${said}`)),
    patience,
  );
  return { child, url: await promise.finally(() => clearTimeout(late)) };
}
