import { latest, readCursor, rowsFor, timeCursor, toPage } from '../../paging.ts';
import { seesAll, shared, visible } from '../../shares/visible.ts';
import { findExternal } from '../../sql/external.ts';
import { latestFirst, type PageParameters } from '../../sql/page.ts';
import { prepared } from '../../sql/prepared.ts';
import { viewerOf, type Scoped, type Viewer } from '../../sql/scoped.ts';
import { lockCase } from '../lock.ts';
import type { FirmCasesBackend } from './backend.ts';
import { firmColumns, readFirmCase, toFirmSummary } from './read.ts';
import { participantsSql } from './participants-sql.ts';
import { sealSql } from './seal-sql.ts';
import { stepsSql } from './steps-sql.ts';
import { teamSql } from './team-sql.ts';

export const firmCasesSql = (door: Scoped): FirmCasesBackend => ({
  ...stepsSql(door),
  ...teamSql(door),
  ...participantsSql(door),
  ...sealSql(door),

  async list({ cursor, limit }) {
    const position = readCursor(timeCursor, cursor, latest);
    const list = seesAll(door.scope, 'case') ? listAll : listShared;
    const rows = await list(door.db, { ...viewerOf(door), ...position, rows: rowsFor(limit) });
    return toPage(rows, limit, timeCursor, ({ updated_at: at, id }) => ({ at, id }), toFirmSummary);
  },

  async get(id) {
    const see = door.db
      .selectFrom('cases')
      .where('cases.id', '=', id)
      .where(visible(door.scope, 'case', viewerOf(door).now))
      .select('cases.id');
    return (await see.executeTakeFirst()) && (await readFirmCase(door, id));
  },

  async read(id) {
    const found = await readFirmCase(door, id);
    if (!found) throw new Error(`There is no case ${id}`);
    return found;
  },

  lock: (id) => lockCase(door, id),

  findExternal: (externalId) => findExternal(door, 'cases', externalId),

  async add(id, { externalId, ...fields }, at) {
    const rows = await door.db
      .insertInto('cases')
      .values({
        ...fields,
        firm_id: door.scope.firmId,
        id,
        external_id: externalId,
        created_at: at,
        updated_at: at,
      })
      .onConflict((conflict) => conflict.columns(['firm_id', 'external_id']).doNothing())
      .returning('id')
      .execute();
    return rows.length > 0;
  },

  async change(id, fields, at) {
    await door.db
      .updateTable('cases')
      .set({ ...fields, updated_at: at })
      .where('firm_id', '=', door.scope.firmId)
      .where('id', '=', id)
      .execute();
  },
});

const byChange = ['cases.updated_at', 'cases.id'] as const;
type List = Viewer & PageParameters;

/** From the person's shares, which are few, and not through all cases of the firm. */
const listShared = prepared((db, p: List) =>
  latestFirst(
    shared(db, p, 'case', p.now).innerJoin('cases', (join) =>
      join.onRef('cases.firm_id', '=', 'shares.firm_id').onRef('cases.id', '=', 'shares.subject_id'),
    ),
    byChange,
    p,
  ).select(firmColumns),
);

const listAll = prepared((db, p: List) => {
  const all = visible({ firmId: p.firmId, personId: p.personId, sees: 'firm' }, 'case', p.now);
  return latestFirst(db.selectFrom('cases').where(all), byChange, p).select(firmColumns);
});
