import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  isSigned,
  publicHeadKey,
  readHeads,
  verifyJournal,
  type SignedHead,
  type Verdict,
} from '../journal/index.ts';
import type { Database } from '../sql/database.ts';
import { readOptions, readSecret, UsageError, withDatabase, type Command } from './command.ts';

export const audit: Command = {
  usage: 'casefront audit verify [--heads FILE] [--key FILE]; casefront audit key',
  about:
    'Checks the chain of every firm’s journal, also against heads that were kept elsewhere; prints the key they are signed with.',
  run: async (args) => {
    const [verb, ...rest] = args;
    if (verb === 'key') return printKey(rest);
    if (verb === 'verify') return verify(rest);
    throw new UsageError('`audit` knows `verify` and `key`.');
  },
};

function printKey(args: readonly string[]): boolean {
  readOptions(args, []);
  console.log(publicHeadKey(readSecret()).export({ format: 'pem', type: 'spki' }).toString().trim());
  return true;
}

async function verify(args: readonly string[]): Promise<boolean> {
  const { heads: file, key } = readOptions(args, [], ['heads', 'key']);
  if (key !== undefined && file === undefined) throw new UsageError('--key is for --heads.');
  const kept = file === undefined ? { heads: [], ok: true } : await keptHeads(file, await readKey(key));
  return withDatabase(
    async (database) => {
      const judged = await judge(database, kept.heads);
      for (const { line } of judged) console.log(line);
      return kept.ok && judged.every(({ ok }) => ok);
    },
    { readOnly: true },
  );
}

/** The public key of a file; without one, the one that belongs to the secret. */
async function readKey(file: string | undefined): Promise<KeyObject> {
  return file === undefined ? publicHeadKey(readSecret()) : createPublicKey(await readFile(file));
}

/** The heads of a file that bear the signature. One without it was put there by somebody who has not got the key. */
async function keptHeads(
  file: string,
  key: KeyObject,
): Promise<{ heads: readonly SignedHead[]; ok: boolean }> {
  const { heads, unreadable } = await readHeads(file);
  // What a crash has cut off, or a comment: it says nothing, so it proves nothing.
  if (unreadable.length > 0) console.log(`${file}: no heads in line ${unreadable.join(', ')}`);
  const good = heads.filter((head) => isSigned(key, head));
  const bad = heads.length - good.length;
  if (bad > 0) console.log(`${file}: ${bad} heads NOT signed with this key`);
  return { heads: good, ok: bad === 0 };
}

async function judge({ kysely }: Database, heads: readonly SignedHead[]) {
  const firms = await kysely.selectFrom('firms').orderBy('slug').select(['id', 'slug']).execute();
  const there = new Set(firms.map(({ id }) => id));
  const gone = new Set(heads.map(({ firm }) => firm).filter((firm) => !there.has(firm)));
  const said = [...gone].map((firm) => ({ ok: false, line: `${firm}: NOT there any more` }));
  for (const { id, slug } of firms) {
    const anchors = heads.filter(({ firm }) => firm === id);
    const verdict = await verifyJournal(kysely, id, { anchors });
    said.push({ ok: verdict.ok, line: `${slug}: ${describe(verdict, anchors.length)}` });
  }
  return said;
}

function describe(verdict: Verdict, anchors: number): string {
  if (!verdict.ok) return `NOT sound from entry ${verdict.seq} on (${verdict.reason})`;
  const { seq, hash } = verdict.head;
  const kept = anchors === 0 ? '' : `, as ${anchors} signed heads say`;
  return `sound, ${seq} entries, head ${hash}${kept}`;
}
