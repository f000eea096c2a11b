/** Who came by and looked: what happened after their last visit is new to them. */
import type { PersonActor } from '../access/actor.ts';
import { seeItem } from '../notifications/service.ts';
import type { Subject } from '../shares/index.ts';
import { act, type Act, type Stage } from './stage.ts';

/** Looks at one item as it is now. */
export async function look(stage: Stage, who: string, subject: Subject): Promise<void> {
  await seeItem(await stage.as<PersonActor>(who), { ...subject, revision: Number.MAX_SAFE_INTEGER });
}

/** Looks at everything that is new. */
async function visit(stage: Stage, who: string): Promise<void> {
  const { db, scope, clock } = await stage.as<PersonActor>(who);
  const now = clock().toISOString();
  const items = await db
    .selectFrom('shares')
    .where('firm_id', '=', scope.firmId)
    .where('person_id', '=', stage.id(who))
    .where('from_at', '<=', now)
    .where('until_at', 'is', null)
    .whereRef('changed_seq', '>', 'seen_seq')
    .select(['subject_type as type', 'subject_id as id'])
    .execute();
  for (const item of items) await look(stage, who, item);
}

const visits: readonly (readonly [who: string, daysAgo: number, at: string])[] = [
  ['marisol', 7, '20:40'],
  ['javier', 28, '18:20'],
  ['claire', 7, '21:30'],
  ['owen', 3, '20:05'],
  ['ruth', 2, '08:20'],
  ['daniel', 7, '17:10'],
  ['ines', 2, '17:45'],
  ['peter', 1, '16:40'],
];

export const visitActs: readonly Act[] = visits.map(([who, daysAgo, at]) =>
  act(daysAgo, at, (stage) => visit(stage, who)),
);
