import type { Actor } from '../access/actor.ts';
import type { JsonValue } from './canonical-json.ts';
import { canonicalJson } from './canonical-json.ts';
import { linkHash } from './chain.ts';
import { journalActor, type Change, type Entry } from './entry.ts';
import { beginJournal } from './lock.ts';
import { raise } from './raise.ts';
import { isActedOn, type DataOf, type None, type Verb } from './verbs.ts';
import { prepared } from '../sql/prepared.ts';
import type { Tx } from '../sql/database.ts';

/**
 * Writes down what happened, in the transaction in which it happens, and makes it known: depending on the verb the
 * item is unseen for those who can see it (never for the one who did it), moves up in their lists, and their
 * versions rise. The jobs make notifications and mails of it afterwards.
 *
 * The firm's journal is locked until the transaction ends, so its rows have no gaps and one order. Whoever changes
 * other rows of the firm before takes that lock first of all, with `lockFirm`.
 */
export async function append<V extends Verb>(tx: Tx, change: Change<V>): Promise<Entry<V>> {
  const { firmId: firm, actor, verb, subject } = change;
  const caseId = change.caseId ?? (subject.type === 'case' ? subject.id : null);
  const data: unknown = change.data ?? {};

  const head = (await advance.first(tx, { firm })) ?? (await begin(tx, firm));
  const link = {
    firm_id: firm,
    seq: head.seq,
    at: tx.at,
    actor_type: actor.type,
    actor_id: actor.id,
    verb,
    subject_type: subject.type,
    subject_id: subject.id,
    case_id: caseId,
    data: canonicalJson(data as JsonValue),
    prev_hash: head.hash,
  };
  const hash = linkHash(link);
  await insert(tx, { ...link, hash });
  await setHash(tx, { firm, hash });
  const entry: Entry<V> = { firmId: firm, seq: head.seq, at: tx.at, actor, verb, subject, caseId, data };
  await raise(tx, entry);
  // Reading makes most of the entries: nobody is woken for what nobody acts on.
  if (isActedOn(verb, data)) tx.journaled.add(firm);
  return entry;
}

/** Writes down something about a person, in the name of whoever asks. */
export const appendAbout = <V extends Verb>(
  tx: Tx,
  { firm, actor }: { readonly firm: { readonly id: string }; readonly actor: Actor },
  personId: string,
  verb: V,
  ...[data]: None extends DataOf<V> ? [data?: DataOf<V>] : [data: DataOf<V>]
): Promise<Entry<V>> =>
  append(tx, {
    firmId: firm.id,
    actor: journalActor(actor),
    verb,
    subject: { type: 'person', id: personId },
    data,
  } as Change<V>);

/** Takes the next number, and with it the lock on the firm's journal. Answers the hash of the row before. */
const advance = prepared((db, p: { firm: string }) =>
  db
    .updateTable('journal_heads')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('firm_id', '=', p.firm)
    .returning(['seq', 'hash']),
);

/** The first entry of a firm. */
async function begin(tx: Tx, firm: string) {
  await beginJournal(tx, firm);
  const head = await advance.first(tx, { firm });
  if (!head) throw new Error(`The journal of ${firm} has no head`);
  return head;
}

const setHash = prepared((db, p: { firm: string; hash: string }) =>
  db.updateTable('journal_heads').set({ hash: p.hash }).where('firm_id', '=', p.firm),
);

type Row = Parameters<typeof linkHash>[0] & { hash: string };
const insert = prepared((db, p: { [name in keyof Row]: Row[name] }) =>
  db.insertInto('journal').values({
    firm_id: p.firm_id,
    seq: p.seq,
    at: p.at,
    actor_type: p.actor_type,
    actor_id: p.actor_id,
    verb: p.verb,
    subject_type: p.subject_type,
    subject_id: p.subject_id,
    case_id: p.case_id,
    data: p.data,
    prev_hash: p.prev_hash,
    hash: p.hash,
  }),
);
