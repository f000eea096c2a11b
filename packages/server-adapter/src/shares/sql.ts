import { sql } from 'kysely';
import type { SubjectType } from '@casefront/core/contract';
import { lockCase } from '../cases/lock.ts';
import { prepared } from '../sql/prepared.ts';
import { viewerOf, type Scoped } from '../sql/scoped.ts';
import type { SharesBackend } from './backend.ts';
import { partIn } from './part.ts';
import { standing, visible } from './visible.ts';

export const sharesSql = (door: Scoped): SharesBackend => ({
  async list(type, id) {
    const { firmId, now } = viewerOf(door);
    const rows = await list(door.db, { firmId, type, id, now });
    return rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      type: row.subject_type,
      id: row.subject_id,
      from: row.from_at,
      until: row.frozen === 1 ? row.frozen_until : row.until_at,
      frozen: row.frozen === 1,
      firstSeenAt: row.first_seen_at,
    }));
  },

  async caseOf(type, id) {
    const caseId = type === 'case' ? id : await caseOfItem(door, type, id);
    // A conversation goes by its own share, everything else by the case.
    if (caseId === undefined || type === 'thread') return caseId;
    return (await lockCase(door, caseId)) && caseId;
  },

  async placeOf(personId, caseId) {
    const row = await place.first(door.db, { firmId: door.scope.firmId, personId, caseId });
    if (!row) return undefined;
    if (row.team !== null) return 'team';
    const { firmId: firm, now } = viewerOf(door);
    return (await partIn(door.db, { firm, caseId, person: personId, now })) ?? 'outside';
  },
});

async function caseOfItem(door: Scoped, type: 'thread' | 'event', id: string): Promise<string | undefined> {
  const found =
    type === 'event'
      ? door.db
          .selectFrom('events')
          .where('firm_id', '=', door.scope.firmId)
          .where('id', '=', id)
          .select('case_id')
      : door.db
          .selectFrom('threads')
          .where('threads.id', '=', id)
          .where(visible(door.scope, 'thread', viewerOf(door).now))
          .select('case_id');
  return (await found.executeTakeFirst())?.case_id ?? undefined;
}

const list = prepared((db, p: { firmId: string; type: SubjectType; id: string; now: string }) =>
  db
    .selectFrom('shares')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
    )
    .leftJoin('frozen_shares as frozen', (join) =>
      join
        .onRef('frozen.firm_id', '=', 'shares.firm_id')
        .onRef('frozen.person_id', '=', 'shares.person_id')
        .onRef('frozen.subject_type', '=', 'shares.subject_type')
        .onRef('frozen.subject_id', '=', 'shares.subject_id'),
    )
    .where('shares.firm_id', '=', p.firmId)
    .where('shares.subject_type', '=', p.type)
    .where('shares.subject_id', '=', p.id)
    .where(({ or, eb }) => or([standing(p.now), eb('frozen.person_id', 'is not', null)]))
    .orderBy('people.name')
    .orderBy('people.id')
    .select([
      'shares.person_id',
      'people.name',
      'shares.subject_type',
      'shares.subject_id',
      'shares.from_at',
      'shares.until_at',
      'shares.first_seen_at',
      'frozen.until_at as frozen_until',
    ])
    .select(sql<number>`case when frozen.person_id is null then 0 else 1 end`.as('frozen')),
);

const place = prepared((db, p: { firmId: string; personId: string; caseId: string }) =>
  db
    .selectFrom('people')
    .leftJoin('team', (join) =>
      join
        .onRef('team.firm_id', '=', 'people.firm_id')
        .onRef('team.person_id', '=', 'people.id')
        .on('team.case_id', '=', p.caseId),
    )
    .where('people.firm_id', '=', p.firmId)
    .where('people.id', '=', p.personId)
    .select('team.person_id as team'),
);
