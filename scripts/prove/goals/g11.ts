/** G11: whatever arrives on a socket, the server lives, stays small, and goes on answering everybody else. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sourceFlags } from '../../lib/process.ts';
import type { Prove, Tally } from '../lib/goal.ts';
import { quantile } from '../lib/statistics.ts';
import { socketCases, type SocketCase } from '../sockets/cases.ts';
import { converse, type Outcome } from '../sockets/raw.ts';
import type { Target } from '../sockets/server.ts';

const limits = { rss: 400 * 2 ** 20, p95: 300 };

export const prove: Prove = async ({ size, tally }) => {
  await control(tally);
  const child = fork(new URL('../sockets/server.ts', import.meta.url), { execArgv: [...sourceFlags] });
  process.once('exit', () => child.kill('SIGKILL'));
  const [target] = (await once(child, 'message')) as [Target];
  const over = new AbortController();
  const reading = target.cookies.map((cookie) => read(target, cookie, over.signal, tally));
  const measuring = measure(child, over.signal);

  const cases = socketCases(target);
  // All at once, each of them several times.
  const trials = Array.from({ length: size(3) }, () => cases).flat();
  await Promise.all(
    trials.map(async (one) => {
      const outcome = await converse(target.port, one.pieces());
      tally.tried();
      const wrong = judge(one, outcome);
      if (wrong) tally.fail(`${one.name}: ${wrong}`);
      else if (one.answer === 'ok') tally.positive();
    }),
  );

  over.abort();
  const times = (await Promise.all(reading)).flat();
  const rss = await measuring;
  const p95 = quantile(times, 0.95);
  tally.fact('cases', cases.length);
  tally.fact('rss', `${Math.round(rss / 2 ** 20)}MB`);
  tally.fact('reads', times.length);
  tally.fact('read-p95', `${p95.toFixed(0)}ms`);
  if (child.exitCode !== null || child.signalCode !== null) tally.fail('The server has died');
  if (!(rss < limits.rss)) tally.fail(`The server grew to ${rss} bytes`);
  if (!(p95 < limits.p95)) tally.fail(`Those inside wait ${p95.toFixed(0)} ms`);
  child.kill('SIGKILL');
};

/** What is wrong with how it ended; undefined when nothing is. */
function judge({ answer, answers }: SocketCase, { statuses, closed }: Outcome): string | undefined {
  const said = `it was answered ${statuses.join(', ') || 'nothing'}`;
  const final = statuses.filter((status) => status >= 200);
  if (statuses.some((status) => status >= 500)) return said;
  if (!closed) return `${said}, and the connection stays open`;
  if (answer === 'ok' && final.some((status) => status !== 200)) return said;
  if (answers !== undefined && final.length !== answers) return said;
  // Behind what is refused nothing is read any more, or else it is a request that was smuggled in.
  if (answer === 'refused' && final.some((status) => status < 400)) return said;
  return undefined;
}

/** The controls: servers that fail, that never hang up, and that answer what they should refuse are seen. */
async function control(tally: Tally): Promise<void> {
  const planted = createServer(({ url }, response) => {
    if (url === '/fails') response.writeHead(500).end();
    if (url === '/takes-all') response.end('{}');
  });
  planted.listen(0, '127.0.0.1');
  await once(planted, 'listening');
  const { port } = planted.address() as AddressInfo;
  for (const path of ['/fails', '/takes-all', '/never-answers']) {
    const pieces = [`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`];
    const one: SocketCase = { name: path, answer: 'refused', pieces: () => pieces };
    if (judge(one, await converse(port, pieces, 500))) tally.positive();
    else tally.fail(`A server that ${path.slice(1)} was not noticed`);
  }
  planted.closeAllConnections();
  planted.close();
}

/** Somebody at work on the portal meanwhile. Answers how many milliseconds each of their reads took. */
async function read({ port, host }: Target, cookie: string, signal: AbortSignal, tally: Tally) {
  const agent = new Agent({ keepAlive: true });
  const headers = { host, cookie, 'sec-fetch-site': 'same-origin' };
  const times: number[] = [];
  while (!signal.aborted) {
    const began = performance.now();
    const asked = request({ port, agent, headers, host: '127.0.0.1', path: '/v1/dashboard' }).end();
    const status = await once(asked, 'response').then(
      async ([response]) => {
        await once(response.resume(), 'end');
        return response.statusCode as number;
      },
      (error: Error) => error.message,
    );
    times.push(performance.now() - began);
    if (status === 200) tally.positive();
    else tally.fail(`A reader was answered ${status}`);
    await sleep(10);
  }
  agent.destroy();
  return times;
}

/** The most memory that the process held. */
async function measure(child: ChildProcess, signal: AbortSignal): Promise<number> {
  let most = 0;
  const look = async () => {
    if (!child.connected) return;
    child.send('memory');
    const [rss] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [number];
    most = Math.max(most, rss);
  };
  while (!signal.aborted && child.connected) {
    await look();
    await sleep(100);
  }
  await look();
  return most;
}
