import { setTimeout as sleep } from 'node:timers/promises';
import { append } from '../journal/append.ts';
import { system, type Entry } from '../journal/entry.ts';
import { readEntry } from '../journal/read.ts';
import type { MailTemplate } from '../journal/verbs.ts';
import type { Database, Executor, Tx } from '../sql/database.ts';
import { claim, settle, type ClaimedMail, type Outcome } from './claims.ts';
import { MailRefused, type Mailer, type MailMessage } from './mailer.ts';
import { stillWanted } from './wanted.ts';

/** A mail that is about to be written. */
export interface MailOrder {
  readonly firmId: string;
  readonly personId: string;
  readonly template: MailTemplate;
  /** What happened. */
  readonly entry: Entry;
}

/**
 * Writes a mail when it is about to be sent, so that neither its words nor the token in its link are ever stored.
 * `undefined` when there is nothing to say any more.
 */
export type RenderMail = (
  executor: Executor,
  order: MailOrder,
) => Promise<Pick<MailMessage, 'subject' | 'html' | 'text' | 'fromName' | 'replyTo'> | undefined>;

export interface Outbox {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly render: RenderMail;
  /** Told of every failed try; the mail is tried again by itself. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Mails at a time. */
const parallel = 4;
/** How often a mail is tried: with the pauses below over about two days. */
const tries = 16;
/** Milliseconds before the second try; doubled each time, up to the longest. */
const pause = { first: 30_000, longest: 6 * 3_600_000 };
/** Milliseconds before it is written down again what became of a mail, doubled each time; a third of a second in all. */
const retry = { first: 50, longest: 200 };

/**
 * Sends every mail that is due. Each is claimed for a while, so that several nodes may send at once, and a node that
 * dies loses nothing. A node that dies just after the mail server took a mail over sends it again, under the same
 * `Message-ID`; every other crash neither loses nor doubles one.
 */
export async function sendDue(outbox: Outbox, signal?: AbortSignal): Promise<void> {
  for (;;) {
    if (signal?.aborted) return;
    const mails = await claim(outbox.database, parallel);
    if (mails.length === 0) return;
    await Promise.all(mails.map((mail) => sendOne(outbox, mail)));
  }
}

async function sendOne(outbox: Outbox, mail: ClaimedMail): Promise<void> {
  const outcome = await trySending(outbox, mail);
  for (let wait = retry.first; ; wait *= 2) {
    try {
      return await settle(
        outbox.database,
        mail,
        outcome,
        outcome.state === 'failed' ? tellFirm(mail) : undefined,
      );
    } catch (error) {
      outbox.onError?.(error);
      // What was sent must not go out again because the database was away for a moment. At last the lease runs out.
      if (wait > retry.longest) return;
      await sleep(wait);
    }
  }
}

async function trySending(outbox: Outbox, mail: ClaimedMail): Promise<Outcome> {
  try {
    const message = await write(outbox, mail);
    if (!message) return { state: 'dropped' };
    await outbox.mailer.send(message);
    return { state: 'sent', address: message.to };
  } catch (error) {
    outbox.onError?.(error);
    const code = codeOf(error);
    if (error instanceof MailRefused || mail.attempts >= tries) return { state: 'failed', error: code };
    const wait = Math.min(pause.first * 2 ** (mail.attempts - 1), pause.longest);
    const next = new Date(outbox.database.clock().getTime() + wait * (0.75 + Math.random() / 2));
    return { state: 'waiting', next: next.toISOString(), error: code };
  }
}

async function write({ database, render }: Outbox, mail: ClaimedMail): Promise<MailMessage | undefined> {
  const entry = await readEntry(database.kysely, mail.firmId, mail.journalSeq);
  if (!entry) throw new Error(`Mail ${mail.id} is about an entry that does not exist`);
  const to = await stillWanted(database.kysely, mail, entry, database.clock().toISOString());
  if (to === undefined) return undefined;
  const { firmId, personId, template } = mail;
  const written = await render(database.kysely, { firmId, personId, template, entry });
  return written && { id: mail.id, to, ...written };
}

/** The firm learns of it: somebody who waits for news does not get them. */
const tellFirm =
  (mail: ClaimedMail) =>
  async (tx: Tx): Promise<void> => {
    await append(tx, {
      firmId: mail.firmId,
      actor: system,
      verb: 'mail.failed',
      subject: { type: 'person', id: mail.personId },
      data: { template: mail.template },
    });
  };

/** What may be kept of an error: codes. Its text may hold an address, or what the server said about one. */
function codeOf(error: unknown): string {
  if (error instanceof MailRefused) return error.code;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code ?? (error instanceof Error ? error.name : 'unknown'), responseCode].filter(Boolean).join(' ');
}
