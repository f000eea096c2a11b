/** Reads a JSON body without trusting anything that it says about itself. */
import type { PortalRequest } from './exchange.ts';
import { problem } from './problem.ts';

export interface BodyLimits {
  /** Most bytes of a body. Counted while they arrive: `Content-Length` may be missing, or lie. */
  readonly bytes: number;
  /** Milliseconds within which all of it has to be here. */
  readonly milliseconds: number;
}

/** Objects and lists in each other. The contract needs 4; 10⁵ of them would be an attack on whoever walks the tree. */
const maxDepth = 32;

/** @throws `request.too-large`, `request.timeout`, `request.malformed` */
export async function readJson(request: PortalRequest, limits: BodyLimits): Promise<unknown> {
  if (request.parsed !== undefined) return request.parsed;
  if (Number(request.header('content-length')) > limits.bytes) throw problem('request.too-large', hangUp);
  const text = decode(request.body ? await collect(request.body, limits) : new Uint8Array());
  if (isDeep(text)) throw problem('request.malformed');
  try {
    return JSON.parse(text);
  } catch {
    throw problem('request.malformed');
  }
}

/** The rest of the body is on its way and nobody will read it, so the connection cannot be used again. */
const hangUp = { headers: { connection: 'close' } };

async function collect(body: AsyncIterable<Uint8Array>, limits: BodyLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = body[Symbol.asyncIterator]();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(problem('request.timeout', hangUp)), limits.milliseconds);
  late.catch(() => {});
  try {
    for (let size = 0; ;) {
      const { done, value } = await Promise.race([next(reader), late]);
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > limits.bytes) throw problem('request.too-large', hangUp);
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
    // Not awaited: after a timeout it would wait for the same bytes.
    reader.return?.().catch(() => {});
  }
}

/** A body that breaks off (reset, broken chunk) is the sender's mistake, not a failure of the server. */
const next = (reader: AsyncIterator<Uint8Array>) =>
  reader.next().catch(() => {
    throw problem('request.malformed', hangUp);
  });

/** JSON is UTF-8 (RFC 8259, 8.1). `fatal`: replacement characters would change what was said. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problem('request.malformed');
  }
}

/** Looks before parsing. A loop and no pattern: on hostile input a pattern would look at each letter many times. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (letter === '"') quoted = !quoted;
    else if (quoted) index += letter === '\\' ? 1 : 0;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    if (depth > maxDepth) return true;
  }
  return false;
}
