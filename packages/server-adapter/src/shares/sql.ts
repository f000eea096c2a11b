import { sql, type SqlBool } from 'kysely';
import type { SubjectType } from '@casefront/core/contract';
import { lockCase } from '../cases/lock.ts';
import { prepared } from '../sql/prepared.ts';
import { viewerOf, type Scoped } from '../sql/scoped.ts';
import type { SharesBackend } from './backend.ts';
import { visible } from './visible.ts';

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
      until: row.until_at,
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
    return row.participant === null ? 'outside' : 'participant';
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

/** An end that is not after the beginning is that of a share which was taken back. */
const counts = (now: string) =>
  sql<SqlBool>`(shares.until_at is null or (shares.until_at > ${now} and shares.until_at > shares.from_at))`;

const list = prepared((db, p: { firmId: string; type: SubjectType; id: string; now: string }) =>
  db
    .selectFrom('shares')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
    )
    .where('shares.firm_id', '=', p.firmId)
    .where('shares.subject_type', '=', p.type)
    .where('shares.subject_id', '=', p.id)
    .where(counts(p.now))
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
    ]),
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
    .leftJoin('participants', (join) =>
      join
        .onRef('participants.firm_id', '=', 'people.firm_id')
        .onRef('participants.person_id', '=', 'people.id')
        .on('participants.case_id', '=', p.caseId)
        .on('participants.left_at', 'is', null),
    )
    .where('people.firm_id', '=', p.firmId)
    .where('people.id', '=', p.personId)
    .select(['team.person_id as team', 'participants.person_id as participant']),
);
