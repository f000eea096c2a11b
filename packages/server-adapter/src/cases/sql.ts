import type { Kysely } from 'kysely';
import type { TeamMember } from '@casefront/core/contract/people';
import { latest, readCursor, rowsFor, timeCursor, toPage } from '../paging.ts';
import { mayBeShown, partIn } from '../shares/part.ts';
import { shared } from '../shares/visible.ts';
import { latestFirst, type PageParameters } from '../sql/page.ts';
import { prepared } from '../sql/prepared.ts';
import type { Schema } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import { listActions } from './actions.ts';
import type { CasesBackend } from './backend.ts';
import { currentStep, stepColumns, summaryColumns, toStep, toSummary } from './rows.ts';
import { readTeam, reading } from './team.ts';

export const casesSql = (door: Scoped): CasesBackend => ({
  async list({ cursor, limit, state }) {
    const position = readCursor(timeCursor, cursor, latest);
    const list = state === 'active' ? activeCases : allCases;
    const rows = await list(door.db, { ...viewerOf(door), ...position, rows: rowsFor(limit) });
    return toPage(rows, limit, timeCursor, ({ order_at, id }) => ({ at: order_at, id }), toSummary);
  },

  async get(id) {
    const found = await oneCase.first(door.db, { ...viewerOf(door), id });
    if (!found) return undefined;
    const key = { firmId: door.scope.firmId, caseId: id };
    const [steps, team] = await Promise.all([visibleSteps(door.db, key), membersOf(door, id)]);
    return {
      ...toSummary(found),
      steps: steps.map(toStep),
      team,
      revision: found.changed_seq,
    };
  },

  async recipients(id) {
    const found = await oneCase.first(door.db, { ...viewerOf(door), id });
    if (!found) return undefined;
    return (await mayWrite(door, id)) ? await membersOf(door, id) : [];
  },

  actions: (query) => listActions(door.db, viewerOf(door), query),
});

type ListParameters = Viewer & PageParameters;

const sharedCases = (db: Kysely<Schema>, p: Viewer) =>
  shared(db, p, 'case', p.now)
    .innerJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'shares.firm_id').onRef('cases.id', '=', 'shares.subject_id'),
    )
    .select(summaryColumns)
    .select(currentStep);

const listed = (db: Kysely<Schema>, p: ListParameters) =>
  latestFirst(sharedCases(db, p), ['shares.order_at', 'shares.subject_id'], p);

const allCases = prepared((db, p: ListParameters) => listed(db, p));
const activeCases = prepared((db, p: ListParameters) => listed(db, p).where('cases.state', '=', 'active'));
const oneCase = prepared((db, p: Viewer & { id: string }) =>
  sharedCases(db, p).where('shares.subject_id', '=', p.id),
);

interface CaseKey {
  firmId: string;
  caseId: string;
}

const visibleSteps = prepared((db, p: CaseKey) =>
  db
    .selectFrom('steps')
    .where('firm_id', '=', p.firmId)
    .where('case_id', '=', p.caseId)
    .where('visible', '=', 1)
    .orderBy('position')
    .select(stepColumns),
);

/** Whether somebody may be written to about a case, and so may write. */
async function mayWrite(door: Scoped, caseId: string): Promise<boolean> {
  const { firmId: firm, personId: person, now } = viewerOf(door);
  const part = person === null ? undefined : await partIn(door.db, { firm, caseId, person, now });
  return part !== undefined && mayBeShown(part, 'thread');
}

const membersOf = async (door: Scoped, caseId: string): Promise<TeamMember[]> =>
  reading(await readTeam(door.db, { firmId: door.scope.firmId, caseId })).map(toMember);

const toMember = ({
  id,
  name,
  title,
  photo_url: photoUrl,
}: ReturnType<typeof reading>[number]): TeamMember => ({
  id,
  name,
  title,
  photoUrl,
});
