/**
 * Loads an HTTP server over keep-alive connections. Written on sockets: an ordinary client costs more than the servers
 * that we compare, and on two cores that would hide their difference.
 */
import { connect, type Socket } from 'node:net';
import type { Contestant, Sample } from './compare.ts';
import { quantile } from './statistics.ts';

export interface HttpLoad {
  readonly port: number;
  /** With its query: `/v1/cases`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Requests on their way at any time. */
  readonly connections?: number;
}

/** GETs the path over and over. Rejects at the first answer that is not 200. */
export const httpContestant =
  ({ port, path, headers = {}, connections = 16 }: HttpLoad): Contestant =>
  async (milliseconds): Promise<Sample> => {
    const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
    const times: number[] = [];
    const began = performance.now();
    const end = began + milliseconds;
    await Promise.all(sockets.map((socket) => repeat(socket, request, end, times)));
    const seconds = (performance.now() - began) / 1000;
    sockets.forEach((socket) => socket.destroy());
    return { rate: times.length / seconds, p99: quantile(times, 0.99) };
  };

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket)).once(
      'error',
      reject,
    );
  });

/** One request after the other until the end, adding the milliseconds that each took. */
const repeat = (socket: Socket, request: Buffer, end: number, times: number[]): Promise<void> =>
  new Promise((resolve, reject) => {
    let sent = performance.now();
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', reject).on('close', () => reject(new Error('The server closed the connection')));
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isComplete(received)) return;
      if (!received.subarray(0, 16).includes(' 200 '))
        return reject(new Error(received.toString('utf8', 0, 500)));
      const now = performance.now();
      times.push(now - sent);
      if (now >= end) return resolve();
      received = Buffer.alloc(0);
      sent = now;
      socket.write(request);
    });
    socket.write(request);
  });

/** True when a whole answer is there, with `Content-Length` or in chunks. */
export function isComplete(answer: Buffer): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const header = answer.toString('latin1', 0, head);
  const length = /\r\ncontent-length: *(\d+)/i.exec(header)?.[1];
  if (length !== undefined) return answer.length >= head + 4 + Number(length);
  return answer.subarray(-5).equals(lastChunk);
}

const lastChunk = Buffer.from('0\r\n\r\n');
