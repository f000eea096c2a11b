/** A server of a benchmark in a process of its own, so that contestants share nothing. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { sourceFlags } from '../../lib/process.ts';

export interface ServerProcess {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts a module that listens on a free port of 127.0.0.1 and then says `process.send({ port })`.
 * @throws when it ends before it has said so
 */
export async function startServerProcess(
  module: URL,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = fork(module, {
    execArgv: [...sourceFlags],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${module.pathname} ended with ${code} before it listened`);
  });
  const [message] = (await Promise.race([once(child, 'message'), failed])) as [{ port: number }];
  failed.catch(() => {});
  return {
    port: message.port,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
