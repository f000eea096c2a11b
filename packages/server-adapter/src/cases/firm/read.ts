/** A case with everything in it, as the firm sees it. */
import type { FirmCase, FirmCaseSummary } from '@casefront/core/contract/firm/cases';
import { prepared } from '../../sql/prepared.ts';
import type { CaseTable } from '../../sql/schema.ts';
import type { Scoped } from '../../sql/scoped.ts';
import { stepColumns, toStep } from '../rows.ts';

export const firmColumns = [
  'cases.id',
  'cases.title',
  'cases.area',
  'cases.state',
  'cases.status_label',
  'cases.status_meaning',
  'cases.external_id',
  'cases.updated_at',
] as const;

type Row = Omit<CaseTable, 'firm_id' | 'state' | 'created_at'> & { state: string };

export const toFirmSummary = (row: Row): FirmCaseSummary => ({
  id: row.id,
  title: row.title,
  area: row.area,
  state: row.state,
  status: { label: row.status_label, meaning: row.status_meaning },
  externalId: row.external_id,
  updatedAt: row.updated_at,
});

/** Whoever asks: whether they may is asked before. */
export async function readFirmCase({ db, scope }: Scoped, id: string): Promise<FirmCase | undefined> {
  const key = { firmId: scope.firmId, caseId: id };
  const found = await one.first(db, key);
  if (!found) return undefined;
  const steps = await stepsOf(db, key);
  const participants = await participantsOf(db, key);
  const team = await teamOf(db, key);
  return {
    ...toFirmSummary(found),
    steps: steps.map((row) => ({ ...toStep(row), visible: row.visible === 1 })),
    participants: participants.map(({ person_id: personId, name, role, joined_at: joinedAt }) => ({
      personId,
      name,
      role,
      joinedAt,
    })),
    team: team.map(({ person_id: personId, name, part }) => ({ personId, name, part })),
  };
}

interface CaseKey {
  firmId: string;
  caseId: string;
}

const one = prepared((db, p: CaseKey) =>
  db
    .selectFrom('cases')
    .where('cases.firm_id', '=', p.firmId)
    .where('cases.id', '=', p.caseId)
    .select(firmColumns),
);

const stepsOf = prepared((db, p: CaseKey) =>
  db
    .selectFrom('steps')
    .where('firm_id', '=', p.firmId)
    .where('case_id', '=', p.caseId)
    .orderBy('position')
    .select([...stepColumns, 'visible']),
);

const participantsOf = prepared((db, p: CaseKey) =>
  db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join
        .onRef('people.firm_id', '=', 'participants.firm_id')
        .onRef('people.id', '=', 'participants.person_id'),
    )
    .where('participants.firm_id', '=', p.firmId)
    .where('participants.case_id', '=', p.caseId)
    .where('participants.left_at', 'is', null)
    .orderBy('participants.joined_at')
    .orderBy('people.id')
    .select(['participants.person_id', 'people.name', 'participants.role', 'participants.joined_at']),
);

const teamOf = prepared((db, p: CaseKey) =>
  db
    .selectFrom('team')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'team.firm_id').onRef('people.id', '=', 'team.person_id'),
    )
    .where('team.firm_id', '=', p.firmId)
    .where('team.case_id', '=', p.caseId)
    .orderBy('team.position')
    .orderBy('people.id')
    .select(['team.person_id', 'people.name', 'team.part']),
);
