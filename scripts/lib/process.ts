/** Starting other programs, and never leaving one behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { at, root } from './workspace.ts';

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Asks everything that runs to end, so that browsers and servers below it end too; kills what does not within 5 s. */
export async function stopRunning(): Promise<void> {
  const ended = [...running].map((child) => once(child, 'exit'));
  running.forEach((child) => child.kill('SIGINT')); // as Ctrl-C does: the test runners close their browsers on it
  await Promise.race([Promise.all(ended), sleep(5000)]);
  running.forEach((child) => child.kill('SIGKILL'));
}

export interface Outcome {
  /** Exit code; 1 when it was killed or could not start. */
  readonly code: number;
  /** What it wrote to stdout and stderr, in order; empty with `inherit`. */
  readonly output: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds after which it is killed; none by default. */
  readonly timeout?: number;
  /** Let it write to our own terminal. */
  readonly inherit?: boolean;
}

/** The environment of every child: node_modules/.bin first on the PATH, so that `node` is Node 24. */
export const childEnv = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: at('node_modules/.bin') + delimiter + process.env['PATH'],
  ...extra,
});

/** Runs a program to its end. Never rejects: a program that cannot start is an outcome too. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: childEnv(options.env),
    stdio: options.inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  running.add(child);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const timer =
    options.timeout &&
    setTimeout(() => {
      output += `\nStopped: it ran longer than ${options.timeout! / 1000} s.\n`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, options.timeout);
  return new Promise((resolve) => {
    const end = (code: number) => {
      running.delete(child);
      clearTimeout(timer || undefined);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a file under this Node, with the flags that make the packages import each other unbuilt. */
export const node = (args: readonly string[], options?: RunOptions): Promise<Outcome> =>
  run(process.execPath, [...sourceFlags, ...args], options);

export const sourceFlags = [
  '--conditions=casefront-source',
  '--disable-warning=ExperimentalWarning',
] as const;
