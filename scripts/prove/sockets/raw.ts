/** One connection on which anything may be sent, and what came back on it. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** No more is sent, and the answer is still read. */
export const END: unique symbol = Symbol('end');

/** Something to send, or milliseconds to wait, or the end. */
export type Piece = string | Uint8Array | number | typeof END;

export interface Outcome {
  /** Of all answers that came, in order. */
  readonly statuses: readonly number[];
  /** Whether the server has ended the connection. */
  readonly closed: boolean;
}

/** Longer than the server gives anybody: 10 s for headers or a body, and what it takes to notice. */
const patience = 20_000;

/** Sends the pieces, as far as the server takes them, and waits until it hangs up. */
export async function converse(
  port: number,
  pieces: Iterable<Piece>,
  longest: number = patience,
): Promise<Outcome> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  socket.setEncoding('latin1').on('data', (piece: string) => (text += piece));
  // The server hangs up on some of them, also in the middle of a word; that is one of its answers.
  socket.on('error', () => {});
  const over = new AbortController();
  const heard = Promise.race([once(socket, 'end'), once(socket, 'close')]).catch(() => {});
  const closed = Promise.race([
    heard.then(() => true),
    sleep(longest, false, { signal: over.signal }).catch(() => false),
  ]);
  void send(socket, pieces, over.signal).catch(() => {});
  const result = await closed;
  over.abort();
  socket.destroy();
  return { statuses: statusesOf(text), closed: result };
}

async function send(socket: ReturnType<typeof connect>, pieces: Iterable<Piece>, signal: AbortSignal) {
  for (const piece of pieces) {
    if (signal.aborted || !socket.writable) return;
    if (typeof piece === 'number') await sleep(piece, undefined, { signal });
    else if (piece === END) socket.end();
    else if (!socket.write(piece)) await once(socket, 'drain', { signal });
  }
}

/** Bodies of answers are JSON in one line, so none of them looks like the beginning of another. */
const statusesOf = (text: string): number[] =>
  [...text.matchAll(/^(?:.*[}\n\r])?HTTP\/1\.[01] (\d{3}) /gm)].map((match) => Number(match[1]));
