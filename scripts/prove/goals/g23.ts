/** G23: every change and every reading of a secret is one entry, and whatever is done to the entries is found. */
import { contract, walk } from '../../../packages/core/src/contract/index.ts';
import type { Verdict } from '../../../packages/server-adapter/src/journal/index.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { call } from '../../../packages/server-adapter/src/testing/matrix/call.ts';
import { callerOf } from '../../../packages/server-adapter/src/testing/matrix/caller.ts';
import { entriesOf } from '../../../packages/server-adapter/src/testing/matrix/entries.ts';
import { examples } from '../../../packages/server-adapter/src/testing/matrix/examples.ts';
import { createWorld } from '../../../packages/server-adapter/src/testing/matrix/world.ts';
import { memoryVerifier, soundJournal, type Journal } from '../journal/memory.ts';
import { tamperings } from '../journal/tampers.ts';
import type { Prove, Trial } from '../lib/goal.ts';

/** A head is kept elsewhere after every so many entries. */
const kept = 25;

export const prove: Prove = async (trial) => {
  await countEntries(trial);
  await tamper(trial);
  await time(trial);
};

/** What is promised of each endpoint, once: as many entries as `entriesOf` says, and none for a refusal. */
async function countEntries({ tally }: Trial): Promise<void> {
  const world = await createWorld(async (options) => {
    const database = sqlite({ file: ':memory:', ...options });
    await database.migrate();
    return database;
  });
  const { kysely } = world.portal.database;
  const count = async () => (await kysely.selectFrom('journal').select('seq').execute()).length;
  for (const named of walk(contract)) {
    const { name, endpoint } = named;
    const example = examples[name];
    if (!example) continue; // the matrix demands one of every endpoint
    const input = (await example.input?.(world)) ?? {};
    const caller = await callerOf(world, endpoint, example);
    const before = await count();
    const { status, text } = await call(caller, endpoint, input);
    const written = (await count()) - before;
    tally.tried();
    if (status >= 300) tally.fail(`${name} was answered ${status}: ${text}`);
    else if (written !== entriesOf(named))
      tally.fail(`${name} wrote ${written} entries and not ${entriesOf(named)}`);
    else if (written > 0) tally.positive();
    const nobody = await call(world.firm.visitor(), endpoint, input);
    if (
      endpoint.spec.audience !== 'public' &&
      (nobody.status !== 401 || (await count()) !== before + written)
    )
      tally.fail(`${name}: a refusal was written down as if it had happened`);
  }
  tally.fact('entries', tally.positives);
  await world.portal.close();
}

async function tamper({ size, tally, random }: Trial): Promise<void> {
  const journal = soundJournal(300, random);
  const anchors = journal.rows.filter(({ seq }) => seq % kept === 0).map(({ seq, hash }) => ({ seq, hash }));
  const verify = memoryVerifier();
  const check = (of: Journal, heads = anchors) => verify(of, heads);
  // The control: what nobody has touched is sound, with heads and without.
  if ((await check(journal)).ok && (await check(journal, [])).ok) tally.positive();
  else tally.fail('A sound journal was called broken');

  const kinds = Object.entries(tamperings);
  const tampers = size(10_000);
  for (let count = 0; count < tampers; count++) {
    const [name, { tamper, needsHeads }] = kinds[count % kinds.length]!;
    const tampered = tamper(journal, random);
    const verdict = await check(tampered);
    tally.tried();
    const where = needsHeads ? nextHead(tampered, journal) : tampered.seq;
    if (where === undefined) continue; // after the last head: only the next one would show it
    if (foundAt(verdict) === where) tally.positive();
    else
      tally.fail(`${name} at ${tampered.seq} was found at ${foundAt(verdict) ?? 'no place'}, not ${where}`);
    // Without heads a chain that was made to fit again is sound: that is what heads are for.
    if (needsHeads && count % 50 === 0 && !(await check(tampered, [])).ok)
      tally.fail(`${name}: was meant to fit, and does not`);
  }
}

const foundAt = (verdict: Verdict) => (verdict.ok ? undefined : verdict.seq);

/** The first head that was kept at or after the entry; where all is cut off, the place after the last entry. */
function nextHead(tampered: Journal & { seq: number }, { rows }: Journal): number | undefined {
  const next = Math.ceil(tampered.seq / kept) * kept;
  if (next > rows.length) return undefined;
  return next > tampered.rows.length ? tampered.rows.length + 1 : next;
}

async function time({ size, tally, random }: Trial): Promise<void> {
  const journal = soundJournal(size(50_000), random);
  const began = performance.now();
  const { ok } = await memoryVerifier()(journal);
  const seconds = (performance.now() - began) / 1000;
  if (!ok) tally.fail('A long journal was called broken');
  tally.fact('verified/s', Math.round(journal.rows.length / seconds));
}
