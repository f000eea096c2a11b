import { prepared } from '../sql/prepared.ts';

/** The team of a case, in its order, whoever asks: whether they may is asked before. */
export const readTeam = prepared((db, p: { firmId: string; caseId: string }) =>
  db
    .selectFrom('team')
    .innerJoin('people', (join) =>
      join.onRef('people.firm_id', '=', 'team.firm_id').onRef('people.id', '=', 'team.person_id'),
    )
    .where('team.firm_id', '=', p.firmId)
    .where('team.case_id', '=', p.caseId)
    .where('people.kind', '=', 'staff')
    .orderBy('team.position')
    .orderBy('people.id')
    .select(['people.id', 'people.name', 'people.title', 'people.photo_url', 'people.access', 'team.part']),
);

type Row = Awaited<ReturnType<typeof readTeam>>[number];

/** Those who may be written to: nobody would read what is written to somebody whose access is disabled. */
export const reading = (team: readonly Row[]): Row[] => team.filter(({ access }) => access !== 'disabled');
