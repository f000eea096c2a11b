/** What an entry changes for those who can see its subject: unseen marks, order, versions. */
import type { Kysely } from 'kysely';
import type { SubjectType } from '@casefront/core/contract/values';
import { isShared, live } from '../shares/visible.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Schema } from '../sql/schema.ts';
import type { Entry } from './entry.ts';
import { ruleOf } from './verbs.ts';

export async function raise(tx: Tx, entry: Entry): Promise<void> {
  const rule = ruleOf(entry.verb);
  const effect = rule?.effect(entry.data) ?? 'none';
  if (effect === 'none') return;

  const { firmId: firm, seq, at, subject } = entry;
  const { type, id } = subject;
  if (isShared(type)) {
    // Keys and the system have neither shares nor a version.
    const actor = entry.actor.type === 'person' ? entry.actor.id : null;
    // What is told to some by name is news to their shares alone, and those are written with it.
    if (effect === 'news' && !rule?.only)
      await (rule?.side === 'firm' ? markChangedForStaff : markChanged)(tx, {
        firm,
        type,
        id,
        seq,
        at,
        actor,
      });
    if (effect === 'staff') await raiseStaffViewers(tx, { firm, type, id, at });
    else await raiseViewers(tx, { firm, type, id, at });
    if (type !== 'thread') await raiseAdmins(tx, { firm });
  } else if (effect === 'staff') {
    await raiseStaff(tx, { firm });
  } else if (type === 'person') {
    await raiseAcquaintances(tx, { firm, id });
  } else {
    await raiseFirm(tx, { firm });
  }
}

interface Item {
  firm: string;
  type: SubjectType;
  id: string;
  at: string;
}

type Mark = Item & { seq: number; actor: string | null };

const mark = (db: Kysely<Schema>, p: Mark) =>
  db
    .updateTable('shares')
    .set((eb) => ({
      // Nobody is told what they did themselves, yet it moves up in their list too.
      changed_seq: eb.case().when('person_id', '=', p.actor).then(eb.ref('changed_seq')).else(p.seq).end(),
      order_at: p.at,
    }))
    .where('firm_id', '=', p.firm)
    .where('subject_type', '=', p.type)
    .where('subject_id', '=', p.id)
    .where(live(p.at));

const markChanged = prepared((db, p: Mark) => mark(db, p));
const markChangedForStaff = prepared((db, p: Mark) =>
  mark(db, p).where('person_id', 'in', (eb) =>
    eb.selectFrom('people').where('firm_id', '=', p.firm).where('kind', '=', 'staff').select('id'),
  ),
);

/** Everyone's version is one number: it rises with whatever they read, so it never lies when it stays. */
const raiseAmong = (db: Kysely<Schema>, firm: string) =>
  db
    .updateTable('people')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('people.firm_id', '=', firm);

const viewers = (db: Kysely<Schema>, p: Item) =>
  db
    .selectFrom('shares')
    .where('shares.firm_id', '=', p.firm)
    .where('shares.subject_type', '=', p.type)
    .where('shares.subject_id', '=', p.id)
    .where(live(p.at))
    .select('shares.person_id');

const raiseViewers = prepared((db, p: Item) => raiseAmong(db, p.firm).where('id', 'in', viewers(db, p)));

const raiseStaffViewers = prepared((db, p: Item) =>
  raiseAmong(db, p.firm).where('kind', '=', 'staff').where('id', 'in', viewers(db, p)),
);

/** Admins see cases and dates without a share. */
const raiseAdmins = prepared((db, p: { firm: string }) =>
  raiseAmong(db, p.firm).where('kind', '=', 'staff').where('role', '=', 'admin'),
);

const raiseStaff = prepared((db, p: { firm: string }) => raiseAmong(db, p.firm).where('kind', '=', 'staff'));

/** Whoever reads this person's name: staff, they themselves, and all who see an item together with them. */
const raiseAcquaintances = prepared((db, p: { firm: string; id: string }) =>
  raiseAmong(db, p.firm).where((eb) =>
    eb.or([
      eb('kind', '=', 'staff'),
      eb('id', '=', p.id),
      eb(
        'id',
        'in',
        eb
          .selectFrom('shares as theirs')
          .innerJoin('shares as other', (join) =>
            join
              .onRef('other.firm_id', '=', 'theirs.firm_id')
              .onRef('other.subject_type', '=', 'theirs.subject_type')
              .onRef('other.subject_id', '=', 'theirs.subject_id'),
          )
          .where('theirs.firm_id', '=', p.firm)
          .where('theirs.person_id', '=', p.id)
          .select('other.person_id'),
      ),
    ]),
  ),
);

/** What stands at the top of every page: the firm's name, its look, its phone. */
const raiseFirm = prepared((db, p: { firm: string }) => raiseAmong(db, p.firm));
