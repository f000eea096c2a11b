import { lockCase } from '../cases/lock.ts';
import { readTeam, reading } from '../cases/team.ts';
import { isIn, permissionFor } from '../shares/part.ts';
import { live } from '../shares/visible.ts';
import { fromJson } from '../sql/json.ts';
import { prepared } from '../sql/prepared.ts';
import { viewerOf, type Scoped } from '../sql/scoped.ts';
import type { Reachable } from './backend.ts';

export async function reachableIn(door: Scoped, caseId: string): Promise<Reachable[] | undefined> {
  if (!(await lockCase(door, caseId))) return undefined;
  const key = { firmId: door.scope.firmId, caseId, now: viewerOf(door).now };
  const team = reading(await readTeam(door.db, key));
  const clients = (await participantsOf(door.db, key)).filter(({ permissions }) =>
    fromJson(permissions).includes(permissionFor.thread),
  );
  return [
    ...team.map(({ id }): Reachable => ({ id, side: 'firm' })),
    ...clients.map(({ id }): Reachable => ({ id, side: 'client' })),
  ];
}

interface CaseKey {
  firmId: string;
  caseId: string;
  now: string;
}

/** A client who is in the case but does not see it any more is not told by a letter what it is called. */
const participantsOf = prepared((db, p: CaseKey) =>
  db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join
        .onRef('people.firm_id', '=', 'participants.firm_id')
        .onRef('people.id', '=', 'participants.person_id'),
    )
    .innerJoin('shares', (join) =>
      join
        .onRef('shares.firm_id', '=', 'participants.firm_id')
        .onRef('shares.person_id', '=', 'participants.person_id')
        .on('shares.subject_type', '=', 'case')
        .onRef('shares.subject_id', '=', 'participants.case_id'),
    )
    .where(live(p.now))
    .where('participants.firm_id', '=', p.firmId)
    .where('participants.case_id', '=', p.caseId)
    .where(isIn(p.now))
    .where('people.kind', '=', 'client')
    .where('people.access', '!=', 'disabled')
    .select(['people.id', 'participants.permissions']),
);
