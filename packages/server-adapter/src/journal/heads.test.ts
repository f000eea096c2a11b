import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { headKeeper } from '../jobs/heads.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal } from '../testing/index.ts';
import { memoryLogger } from '../testing/logger.ts';
import { canonicalJson } from './canonical-json.ts';
import {
  headKey,
  headsFile,
  isSigned,
  publicHeadKey,
  readHeads,
  signHead,
  verifyJournal,
  type JournalSink,
  type SignedHead,
} from './index.ts';

const secret = new Uint8Array(32).fill(7);
const head = { firm: 'firm_1', seq: 12, hash: 'ab'.repeat(32), at: '2026-03-03T15:00:00.000Z' };

/** Keeps heads in memory; fails as long as it is told to. */
function memorySink(): JournalSink & { heads: SignedHead[]; fails: boolean } {
  const sink = {
    heads: [] as SignedHead[],
    fails: false,
    async write(head: SignedHead) {
      if (sink.fails) throw new Error('The bucket is away');
      sink.heads.push(head);
    },
  };
  return sink;
}

describe('a signed head', () => {
  const signed = signHead(headKey(secret), head);

  it('can be checked by anybody with the public key, without any of our code', () => {
    const pem = publicHeadKey(secret).export({ format: 'pem', type: 'spki' });
    const { signature, ...rest } = signed;
    const text = Buffer.from(`lp-audit-head-v1${canonicalJson(rest)}`);
    assert.ok(verify(null, text, createPublicKey(pem), Buffer.from(signature, 'base64url')));
  });

  it('bears the signature of one secret, and of nothing else', () => {
    const key = publicHeadKey(secret);
    assert.ok(isSigned(key, signed));
    assert.ok(!isSigned(publicHeadKey(new Uint8Array(32).fill(8)), signed));
    for (const change of [
      { firm: 'firm_2' },
      { seq: 13 },
      { hash: 'ac'.repeat(32) },
      { at: '2026-03-03T15:00:00.001Z' },
      { signature: '' },
      { signature: signed.signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
    ])
      assert.ok(!isSigned(key, { ...signed, ...change }), JSON.stringify(change));
  });
});

describe('a file of heads', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casefront-heads-'));
  });
  after(() => rm(folder, { recursive: true }));
  const heads = [1, 2, 3].map((seq) => signHead(headKey(secret), { ...head, seq }));

  it('has a line for each, also after one that a crash has cut off', async () => {
    const path = join(folder, 'heads.jsonl');
    const sink = headsFile(path);
    await sink.write(heads[0]!);
    await sink.write(heads[1]!);
    assert.deepEqual(await readHeads(path), { heads: heads.slice(0, 2), unreadable: [] });
    await truncate(path, (await readFile(path)).length - 20);
    await sink.write(heads[2]!);
    assert.deepEqual(await readHeads(path), { heads: [heads[0], heads[2]], unreadable: [3] });
  });

  it('says which lines are none', async () => {
    const path = join(folder, 'mixed.jsonl');
    await headsFile(path).write(heads[0]!);
    await appendFile(path, '\nnot JSON\n{"seq":1}\n\n');
    assert.deepEqual(await readHeads(path), { heads: [heads[0]], unreadable: [3, 4] });
  });
});

forEachDatabase((_, database) => {
  const withSink = async (journalSink = memorySink()) => {
    const logger = memoryLogger();
    const portal = await createTestPortal({ database, secret, journalSink, logger });
    return { portal, sink: journalSink, logger };
  };

  it('G23: the head of each firm is kept elsewhere, when the server starts and when it closes', async () => {
    const { portal, sink } = await withSink();
    await portal.addFirm('seaside');
    await portal.server.start();
    while (sink.heads.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await portal.firm.admin.firm.people.create({ name: 'Ana Silva', email: 'ana@people.example' });
    const anchors = sink.heads.filter(({ firm }) => firm === portal.firm.id);
    const verdict = await verifyJournal(portal.database.kysely, portal.firm.id, { anchors });
    assert.ok(verdict.ok && verdict.head.seq > anchors[0]!.seq);
    await portal.close();
    // That of the other firm was kept already.
    const [last, ...more] = sink.heads.slice(2);
    assert.deepEqual(
      [last?.firm, last?.seq, last?.hash, more],
      [portal.firm.id, verdict.head.seq, verdict.head.hash, []],
    );
    assert.ok(sink.heads.every((kept) => isSigned(publicHeadKey(secret), kept)));
  });

  it('a head that could not be kept is kept the next time, and holds up no other', async () => {
    const { portal } = await withSink();
    const { id: other } = await portal.addFirm('seaside');
    const kept: string[] = [];
    let away = true;
    const keep = headKeeper(secret, {
      write: async ({ firm }) => {
        if (away && firm === portal.firm.id) throw new Error('away');
        kept.push(firm);
      },
    });
    const errors: unknown[] = [];
    const round = { onError: (error: unknown) => void errors.push(error) };
    await keep(portal.database, round);
    assert.deepEqual([kept, errors.length], [[other], 1]);
    away = false;
    await keep(portal.database, round);
    assert.deepEqual(kept, [other, portal.firm.id]);
    await keep(portal.database, round);
    assert.equal(kept.length, 2, 'nothing has grown since');
  });

  it('closing ends also when the sink is away, and says so', async () => {
    const { portal, sink, logger } = await withSink();
    sink.fails = true;
    await portal.close();
    assert.ok(logger.lines.some(({ facts }) => facts['message'] === 'The bucket is away'));
  });
});
