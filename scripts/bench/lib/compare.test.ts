import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { lines, runBenchmark, type Benchmark } from './benchmark.ts';
import { compare, summarize, type Contestant } from './compare.ts';
import { httpContestant, isComplete } from './http-load.ts';
import { median, quantile, shuffled } from './statistics.ts';

const steady =
  (rate: number): Contestant =>
  async () => ({ rate, p99: 1000 / rate });

test('a ratio is divided by the control of its run', async () => {
  const result = await compare(
    { ours: steady(80), base: steady(100), control: steady(50) },
    { rounds: 4, slice: 1 },
  );
  assert.equal(result.control, 0.5);
  assert.equal(result.ratio, 1.6);
  assert.equal(result.p99, 0.625);
});

test('ratios are made within a round, so a machine that slows down changes nothing', () => {
  const round = (speed: number) => ({
    ours: { rate: 2 * speed },
    base: { rate: speed },
    control: { rate: speed },
  });
  const { ratio, control, p99 } = summarize([round(100), round(10), round(1)]);
  assert.deepEqual([ratio, control], [2, 1]);
  assert.ok(Number.isNaN(p99));
});

test('the contest is closed when it fails', async () => {
  let isClosed = false;
  const close = async () => void (isClosed = true);
  const broken = async () => assert.fail('no answer');
  const open = async () => ({ ours: broken, base: broken, control: broken, close });
  const benchmark: Benchmark = { name: 'a', base: 'b', atLeast: 1, open };
  await assert.rejects(runBenchmark(benchmark, { rounds: 1, slice: 1 }), /no answer/);
  assert.ok(isClosed);
});

test('the result and its control are printed', () => {
  const benchmark = { name: 'http.cases.list', base: 'node:http+prepared', atLeast: 0.6 } as Benchmark;
  const [first, second] = lines(benchmark, {
    ratio: 0.914,
    control: 0.97,
    noise: [0.9, 1.1],
    p99: Number.NaN,
  });
  assert.equal(first, 'http.cases.list vs node:http+prepared: 0.91 (at least 0.60)');
  assert.match(second ?? '', /A\/A control 0\.97/);
});

test('medians and quantiles', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([0, 10], 0.25), 2.5);
  assert.ok(Number.isNaN(median([])));
});

test('a shuffle keeps what it is given, and changes the order', () => {
  const values = Array.from({ length: 50 }, (_, i) => i);
  const other = shuffled(values);
  assert.notDeepEqual(other, values);
  assert.deepEqual(
    other.toSorted((a, b) => a - b),
    values,
  );
});

test('an answer is complete with its length, or with its last chunk', () => {
  const complete = (text: string) => isComplete(Buffer.from(text));
  assert.ok(!complete('HTTP/1.1 200 OK\r\n'));
  assert.ok(!complete('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab'));
  assert.ok(complete('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'));
  assert.ok(!complete('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n'));
  assert.ok(complete('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n'));
});

test('a server is loaded over several connections, and another status than 200 ends it', async (t) => {
  const ports = new Set<number>();
  const server = createServer((request, response) => {
    ports.add(request.socket.remotePort ?? 0);
    response.writeHead(request.url === '/ok' ? 200 : 404).end('answer');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const { rate, p99 } = await httpContestant({ port, path: '/ok', connections: 3 })(50);
  assert.ok(rate > 0 && p99! > 0);
  assert.equal(ports.size, 3);
  await assert.rejects(httpContestant({ port, path: '/gone', connections: 1 })(50), /404/);
});
