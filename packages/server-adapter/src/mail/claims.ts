import { lockFirm } from '../journal/lock.ts';
import type { MailTemplate } from '../journal/verbs.ts';
import type { Database, Tx } from '../sql/database.ts';

/** A mail that this node, and no other, may send until its lease ends. */
export interface ClaimedMail {
  readonly firmId: string;
  readonly id: string;
  readonly personId: string;
  readonly template: MailTemplate;
  readonly journalSeq: number;
  /** Tries, with this one. */
  readonly attempts: number;
}

/** Milliseconds after which a mail whose node was not heard of again is anybody's. Longer than any sending takes. */
const lease = 10 * 60_000;

/** Claims mails that are due, those that wait longest first. */
export const claim = (database: Database, limit: number): Promise<ClaimedMail[]> =>
  database.transaction(async (tx) => {
    const until = new Date(Date.parse(tx.at) + lease).toISOString();
    let due = tx
      .selectFrom('mails')
      .where('state', '=', 'waiting')
      .where('next_at', '<=', tx.at)
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', tx.at)]))
      .orderBy('next_at')
      .limit(limit)
      .select(['firm_id', 'id']);
    if (tx.dialect === 'postgres') due = due.forUpdate().skipLocked();
    const claimed: ClaimedMail[] = [];
    for (const { firm_id, id } of await due.execute()) {
      const mail = await tx
        .updateTable('mails')
        .set((eb) => ({ lease_until: until, attempts: eb('attempts', '+', 1) }))
        .where('firm_id', '=', firm_id)
        .where('id', '=', id)
        .returning(['person_id', 'template', 'journal_seq', 'attempts'])
        .executeTakeFirstOrThrow();
      claimed.push({
        firmId: firm_id,
        id,
        personId: mail.person_id,
        template: mail.template as MailTemplate,
        journalSeq: mail.journal_seq,
        attempts: mail.attempts,
      });
    }
    return claimed;
  });

export type Outcome =
  | { readonly state: 'sent'; readonly address: string }
  | { readonly state: 'dropped' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'waiting'; readonly next: string; readonly error: string };

/**
 * Writes down what became of a claimed mail, and with it, in the same transaction, what `also` does. Nothing happens
 * when the lease was lost meanwhile: the mail is another node's then.
 */
export const settle = (
  database: Database,
  mail: ClaimedMail,
  outcome: Outcome,
  also?: (tx: Tx) => Promise<void>,
): Promise<void> =>
  database.transaction(async (tx) => {
    const { state } = outcome;
    if (also) await lockFirm(tx, mail.firmId);
    const settled = await tx
      .updateTable('mails')
      .set({
        state,
        lease_until: null,
        settled_at: state === 'waiting' ? null : tx.at,
        ...('error' in outcome && { last_error: outcome.error }),
        ...(state === 'waiting' && { next_at: outcome.next }),
        ...(state === 'sent' && { to_address: outcome.address }),
      })
      .where('firm_id', '=', mail.firmId)
      .where('id', '=', mail.id)
      .where('state', '=', 'waiting')
      // Every claim counts one up, so this names the claim.
      .where('attempts', '=', mail.attempts)
      .returning('id')
      .execute();
    if (settled.length > 0) await also?.(tx);
  });
