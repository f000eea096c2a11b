/** A proof runs in a process of its own: its memory is measured, it kills what it started, and it cannot hold up others. */
import { fork, type ChildProcess } from 'node:child_process';
import { sourceFlags } from '../../lib/process.ts';
import type { Finding, Goal } from './goal.ts';

export interface Order {
  readonly goal: string;
  readonly seed: number;
  readonly scale: number;
  readonly only?: string;
}

/** Longer than the longest by far; a proof that hangs is a failed one. */
const patience = 10 * 60_000;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Ends those that run, so that what they started ends too. */
export const stopProofs = (): void => running.forEach((child) => child.kill('SIGTERM'));

/** Never rejects: a proof that dies is a finding too. */
export function runInChild(
  { name, flags = [] }: Goal,
  order: Omit<Order, 'goal'>,
  env: NodeJS.ProcessEnv,
): Promise<Finding> {
  const child = fork(new URL('main.ts', import.meta.url), [JSON.stringify({ goal: name, ...order })], {
    execArgv: [...sourceFlags, ...flags],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let output = '';
  let finding: Finding | undefined;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.on('message', (message) => (finding = message as Finding));
  const timer = setTimeout(() => {
    output += `\nStopped after ${patience / 60_000} minutes.`;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  }, patience);
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      running.delete(child);
      clearTimeout(timer);
      resolve(finding && code === 0 ? finding : died(finding, code, output));
    };
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', end);
  });
}

const nothing: Finding = { n: 0, positives: 0, failures: 0, facts: {}, messages: [], notes: [] };

function died(finding = nothing, code: number | null, output: string): Finding {
  const last = output.trim().slice(-3000);
  return {
    ...finding,
    failures: finding.failures + 1,
    messages: [...finding.messages, `Its process ended with ${code ?? 'a signal'}.\n${last}`],
  };
}
