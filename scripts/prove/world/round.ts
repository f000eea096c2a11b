/** A round: so many calls in a fresh copy of the world, with the jobs running in between. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyJournal } from '../../../packages/server-adapter/src/journal/index.ts';
import type { Tally } from '../lib/goal.ts';
import type { Random } from '../lib/random.ts';
import type { World } from './build.ts';
import { checkMails, noteMails, readMails } from './mails.ts';
import { checkPeople } from './pages.ts';
import { createRepeats } from './repeats.ts';
import { openServer, type Running } from './server.ts';
import { checkShares, noteNews } from './shares.ts';
import { checkRows, probe } from './silent.ts';
import { step, type Sweep } from './sweep.ts';

export interface Round {
  readonly calls: number;
  readonly random: Random;
  readonly tally: Tally;
  readonly folder: string;
  /** Asked after each turn: whether to stop before the calls are made. */
  readonly isEnough?: () => boolean;
  /** Endpoints that are called more often than all others. */
  readonly focus?: ReadonlySet<string>;
  readonly onAnswer?: (name: string, status: number) => void;
  /** Calls between two looks at jobs, mails and tables. */
  readonly pace?: number;
}

/** Each twentieth call asks the silent firm. */
const silence = 0.05;

export async function playRound(world: World, round: Round): Promise<void> {
  const { tally, random, folder, calls, pace = 500, isEnough = () => false } = round;
  const file = join(folder, `round-${process.pid}.db`);
  copyFileSync(world.snapshot.file, file);
  const running = openServer({ ...world.snapshot, file });
  const books = new Map([...world.books].map(([letter, book]) => [letter, structuredClone(book)]));
  const callers = structuredClone(world.callers).filter(({ letter }) => letter !== world.silent.book.letter);
  const { templates } = world;
  const focus = templates.filter(({ name }) => round.focus?.has(name));
  const repeats = createRepeats(random);
  const sweep: Sweep = {
    running,
    books,
    callers,
    templates,
    focus,
    random,
    tally,
    repeats,
    onAnswer: round.onAnswer,
  };
  const began = tally.n;
  try {
    for (const book of books.values()) {
      await noteNews(running, book);
      await noteMails(running.database, book);
    }
    await look(world, running, sweep); // what is due is told before anybody calls
    for (let turn = random.int(10_000), count = 1; tally.n - began < calls && !isEnough(); turn++, count++) {
      await step(sweep, turn);
      if (random.chance(silence)) await probe(running, world.silent, random, tally, round.focus);
      if (count % pace === 0) await look(world, running, sweep);
    }
    if (!isEnough()) await look(world, running, sweep);
    for (const error of new Set(running.errors))
      if (!error.includes('Not yet')) tally.fail(`The server failed: ${error}`);
  } finally {
    await running.server.close();
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true });
  }
}

/** Lets the jobs run, reads what was mailed, and looks whether the tables are as the book says. */
async function look(world: World, running: Running, sweep: Sweep): Promise<void> {
  const { books, tally } = sweep;
  await running.server.settle();
  readMails(running.mails, books.values(), tally);
  for (const letter of ['a', 'b']) {
    const book = books.get(letter)!;
    await checkShares(running, book, tally);
    await checkMails(running.database, book, tally);
    await checkPeople(sweep, book);
    const { ok } = await verifyJournal(running.database.kysely, book.firmId);
    if (!ok) tally.fail(`The journal of ${letter} is broken`);
  }
  await checkRows(running, world.silent, tally);
}
