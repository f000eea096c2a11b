/** A case with everything in it, as the firm sees it. */
import type { Selectable } from 'kysely';
import type { FirmCase, FirmCaseSummary, Participant } from '@casefront/core/contract/firm/cases';
import { fromJson } from '../../sql/json.ts';
import { prepared } from '../../sql/prepared.ts';
import type { CaseTable } from '../../sql/schema.ts';
import type { Scoped } from '../../sql/scoped.ts';
import { stepColumns, toStep } from '../rows.ts';
import { readTeam } from '../team.ts';

export const firmColumns = [
  'cases.id',
  'cases.title',
  'cases.area',
  'cases.state',
  'cases.status_label',
  'cases.status_meaning',
  'cases.external_id',
  'cases.sealed',
  'cases.updated_at',
] as const;

type Row = Omit<Selectable<CaseTable>, 'firm_id' | 'created_at'>;

export const toFirmSummary = (row: Row): FirmCaseSummary => ({
  id: row.id,
  title: row.title,
  area: row.area,
  state: row.state,
  status: { label: row.status_label, meaning: row.status_meaning },
  externalId: row.external_id,
  sealed: row.sealed === 1,
  updatedAt: row.updated_at,
});

/** Whoever asks: whether they may is asked before. */
export async function readFirmCase({ db, scope, clock }: Scoped, id: string): Promise<FirmCase | undefined> {
  const key = { firmId: scope.firmId, caseId: id };
  const found = await one.first(db, key);
  if (!found) return undefined;
  const steps = await stepsOf(db, key);
  const now = clock().toISOString();
  const participants = (await participantsOf(db, key)).map((row) => toParticipant(row, now));
  const team = await readTeam(db, key);
  return {
    ...toFirmSummary(found),
    steps: steps.map((row) => ({ ...toStep(row), visible: row.visible === 1 })),
    participants: participants.filter(({ leftAt }) => leftAt === null),
    former: participants.filter(({ leftAt }) => leftAt !== null),
    team: team.map(({ id: personId, name, part }) => ({ personId, name, part })),
    sealOpenings: await openingsOf(db, key),
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
    .orderBy('participants.joined_at')
    .orderBy('people.id')
    .select(['participants.person_id', 'people.name', 'participants.role', 'participants.permissions'])
    .select(['participants.joined_at', 'participants.left_at', 'participants.until_at'])
    .select(['participants.frozen_at', 'participants.consent_on']),
);

type ParticipantRow = Awaited<ReturnType<typeof participantsOf>>[number];

/** Whose part has ended by itself has left then. */
const toParticipant = (row: ParticipantRow, now: string): Participant => ({
  personId: row.person_id,
  name: row.name,
  role: row.role,
  permissions: fromJson(row.permissions),
  joinedAt: row.joined_at,
  until: row.until_at,
  leftAt: row.left_at ?? (row.until_at !== null && row.until_at <= now ? row.until_at : null),
  frozenAt: row.frozen_at,
  consentOn: row.consent_on,
});

const openingsOf = prepared((db, p: CaseKey) =>
  db
    .selectFrom('seal_openings as opening')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'opening.firm_id').onRef('people.id', '=', 'opening.person_id'),
    )
    .where('opening.firm_id', '=', p.firmId)
    .where('opening.case_id', '=', p.caseId)
    .orderBy('opening.journal_seq', 'desc')
    .select(['opening.person_id as personId', 'people.name', 'opening.at', 'opening.reason']),
);
