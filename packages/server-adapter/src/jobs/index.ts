import type { Mailer } from '../mail/mailer.ts';
import { sendDue, type RenderMail } from '../mail/outbox.ts';
import { notifier } from '../notifications/write.ts';
import { turnShares } from '../shares/moments.ts';
import type { Database } from '../sql/database.ts';
import { createLoop } from './loop.ts';
import { follow } from './reader.ts';
import { forEach, type Round } from './round.ts';
import { sweep } from './sweep.ts';

export interface JobsOptions {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly render: RenderMail;
  /** What comes before the news, because it makes some. */
  readonly before?: readonly Work[];
  /** Has the heads of the journals kept elsewhere, every hour and at the end. */
  readonly keepHeads?: Work | undefined;
  /** Milliseconds between two looks at the database when nothing happens in this process. Default 5,000. */
  readonly interval?: number | undefined;
  /** Told of what failed; all of it is tried again by itself. */
  readonly onError: (error: unknown) => void;
}

/** Work on whatever is due in all firms. */
export type Work = (database: Database, round: Round) => Promise<void>;

/** What happens in the background: news from the journal, mails, shares that begin and end. */
export interface Jobs {
  /** Starts, and from then on follows every commit at once. */
  start(): void;
  /** Does all that is due now, and ends when nothing is left. For tests and the command line; needs no `start`. */
  settle(): Promise<void>;
  /** Lets what is running come to an end. The mailer stays open: whoever made it closes it. */
  stop(): Promise<void>;
}

const hour = 3_600_000;

const followNews: Work = (database, round) => follow(database, notifier, round);

/** Any number of nodes may run them on one database. */
export function createJobs(options: JobsOptions): Jobs {
  const { database, onError, interval = 5_000, before = [], keepHeads = async () => {} } = options;

  const tell = (signal?: AbortSignal) =>
    forEach([...before, turnShares, followNews], { onError, signal }, (part) =>
      part(database, { onError, signal }),
    );
  const news = createLoop(
    async (signal) => {
      await tell(signal);
      mails.wake();
    },
    { interval, onError },
  );
  const mails = createLoop((signal) => sendDue(options, signal), { interval, onError });
  const broom = createLoop(() => sweep(database), { interval: hour, onError });
  const notary = createLoop((signal) => keepHeads(database, { onError, signal }), {
    interval: hour,
    onError,
  });

  let forget = () => {};
  return {
    start() {
      forget = database.onCommit(() => news.wake());
      for (const loop of [news, mails, broom, notary]) loop.start();
    },
    async settle() {
      await tell();
      await sendDue(options);
    },
    async stop() {
      forget();
      await Promise.all([news.stop(), mails.stop(), broom.stop(), notary.stop()]);
      await keepHeads(database, { onError });
    },
  };
}
