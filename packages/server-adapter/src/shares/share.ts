import type { SubjectType } from '@casefront/core/contract/values';
import type { Entry } from '../journal/entry.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { ShareTable } from '../sql/schema.ts';
import { earlier, mayBeShown, partIn } from './part.ts';
import { raiseVersion } from './version.ts';
import { live } from './visible.ts';

/** A thing that can be shared. */
export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

export interface Grant {
  readonly subject: Subject;
  /** The case that the item belongs to, so that leaving the case ends the share. */
  readonly caseId: string | null;
  readonly personIds: readonly string[];
  /** From when on. Default: now. A share that begins later is told about when it begins. */
  readonly from?: string | undefined;
  /** Until when, that instant not included. Default: for as long as they are in the case. */
  readonly until?: string | null | undefined;
}

/**
 * Lets people see an item, because of a journal entry of the same transaction (`case.shared`, `thread.started`, …).
 *
 * New to them, it is unseen, except for the person who did it. Somebody who sees it already keeps the share as it is,
 * with the new end. A share that has ended begins anew. With a participant it ends with their part in the case.
 *
 * @throws when it is beyond the part of a participant. Who may be shown what is asked before; this is the last lock.
 */
export async function share(tx: Tx, entry: Entry, grant: Grant): Promise<void> {
  const { firmId: firm, seq, at } = entry;
  const { type, id } = grant.subject;
  const from = grant.from ?? at;
  for (const person of new Set(grant.personIds)) {
    const part =
      grant.caseId === null ? undefined : await partIn(tx, { firm, caseId: grant.caseId, person, now: at });
    if (part && !mayBeShown(part, type))
      throw new Error(`${person} may not be shown a ${type} of ${grant.caseId}`);
    const until = earlier(grant.until ?? null, part?.until ?? null);
    const kept = await changeEnd(tx, { firm, person, type, id, at, until });
    if (kept.length === 0) {
      const own = entry.actor.type === 'person' && entry.actor.id === person;
      await begin(tx, {
        firm_id: firm,
        person_id: person,
        subject_type: type,
        subject_id: id,
        case_id: grant.caseId,
        from_at: from,
        until_at: until,
        shared_seq: seq,
        changed_seq: from > at ? 0 : seq,
        seen_seq: own ? seq : 0,
        order_at: at,
      });
    }
    await raiseVersion(tx, { firm, person });
  }
}

const changeEnd = prepared(
  (
    db,
    p: { firm: string; person: string; type: SubjectType; id: string; at: string; until: string | null },
  ) =>
    db
      .updateTable('shares')
      .set({ until_at: p.until })
      .where('firm_id', '=', p.firm)
      .where('person_id', '=', p.person)
      .where('subject_type', '=', p.type)
      .where('subject_id', '=', p.id)
      .where(live(p.at))
      .returning('person_id'),
);

type Begin = Omit<
  { [name in keyof ShareTable]: ShareTable[name] },
  'changed_seq' | 'seen_seq' | 'first_seen_at'
> & {
  changed_seq: number;
  seen_seq: number;
};

const begin = prepared((db, p: Begin) =>
  db
    .insertInto('shares')
    .values({
      firm_id: p.firm_id,
      person_id: p.person_id,
      subject_type: p.subject_type,
      subject_id: p.subject_id,
      case_id: p.case_id,
      from_at: p.from_at,
      until_at: p.until_at,
      shared_seq: p.shared_seq,
      changed_seq: p.changed_seq,
      seen_seq: p.seen_seq,
      order_at: p.order_at,
    })
    .onConflict((conflict) =>
      conflict.columns(['firm_id', 'person_id', 'subject_type', 'subject_id']).doUpdateSet((eb) => ({
        case_id: eb.ref('excluded.case_id'),
        from_at: eb.ref('excluded.from_at'),
        until_at: eb.ref('excluded.until_at'),
        shared_seq: eb.ref('excluded.shared_seq'),
        changed_seq: eb.ref('excluded.changed_seq'),
        seen_seq: eb.ref('excluded.seen_seq'),
        // Who looked while it was shared before has not opened what is shared now.
        first_seen_at: null,
        order_at: eb.ref('excluded.order_at'),
      })),
    ),
);
