/** The files of a noun's folder in the server. */
import type { NounNames } from '../names.ts';

export const backend = ({
  file,
  One,
  Noun,
  words,
}: NounNames) => `import type { CursorQuery, Page } from '@casefront/core/contract';
import type { ${One} } from '@casefront/core/contract/${file}';

/** The ${words} of cases, for those who see the case. */
export interface ${Noun}Backend {
  /** Latest first, stable like every list. Undefined where the scope does not see the case. */
  list(caseId: string, query: CursorQuery): Promise<Page<${One}> | undefined>;
}
`;

export const routes = ({
  noun,
  Noun,
}: NounNames) => `import type { ClientContract } from '@casefront/core/contract';
import type { Implemented } from '../context.ts';
import { list${Noun} } from './service.ts';

export const ${noun}: Implemented<ClientContract['${noun}']> = {
  list: (ctx, { id, ...query }) => list${Noun}(ctx, id, query),
};
`;

export const service = ({ file, noun, One, Noun, words }: NounNames) => `/** The rules of ${words}. */
import type { CursorQuery, Page } from '@casefront/core/contract';
import type { ${One} } from '@casefront/core/contract/${file}';
import type { ClientContext } from '../context.ts';
import { notFound } from '../http/problem.ts';

/** A case that is not shared with the viewer is not there. */
export const list${Noun} = async (ctx: ClientContext, caseId: string, query: CursorQuery): Promise<Page<${One}>> =>
  (await ctx.backend.${noun}.list(caseId, query)) ?? notFound();
`;

export const sql = ({
  file,
  noun,
  One,
  Noun,
  table,
}: NounNames) => `import type { ${One} } from '@casefront/core/contract/${file}';
import { latest, readCursor, rowsFor, timeCursor, toPage } from '../paging.ts';
import { shared } from '../shares/visible.ts';
import { latestFirst, type PageParameters } from '../sql/page.ts';
import { prepared } from '../sql/prepared.ts';
import type { ${One}Table } from '../sql/schema.ts';
import { viewerOf, type Scoped, type Viewer } from '../sql/scoped.ts';
import type { ${Noun}Backend } from './backend.ts';

export const ${noun}Sql = (door: Scoped): ${Noun}Backend => ({
  async list(caseId, { cursor, limit }) {
    const position = readCursor(timeCursor, cursor, latest);
    const viewer = viewerOf(door);
    if (!(await sharedCase.first(door.db, { ...viewer, caseId }))) return undefined;
    const page = { firmId: viewer.firmId, caseId, ...position, rows: rowsFor(limit) };
    const rows = await ofCase(door.db, page);
    return toPage(rows, limit, timeCursor, ({ created_at: at, id }) => ({ at, id }), to${One});
  },
});

const sharedCase = prepared((db, p: Viewer & { caseId: string }) =>
  shared(db, p, 'case', p.now).where('shares.subject_id', '=', p.caseId).select('shares.subject_id'),
);

const ofCase = prepared((db, p: PageParameters & { firmId: string; caseId: string }) =>
  latestFirst(
    db
      .selectFrom('${table}')
      .where('firm_id', '=', p.firmId)
      .where('case_id', '=', p.caseId)
      .select(['id', 'title', 'created_at']),
    ['${table}.created_at', '${table}.id'],
    p,
  ),
);

const to${One} = ({ id, title, created_at: createdAt }: Pick<${One}Table, 'id' | 'title' | 'created_at'>): ${One} => ({
  id,
  title,
  createdAt,
});
`;

export const test = ({ noun, one, table, words }: NounNames) => `import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newId } from '../ids.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';

const add = ({ database, firm }: TestPortal, caseId: string, title: string) =>
  database.transaction(async (tx) => {
    const values = { firm_id: firm.id, id: newId('${one}'), case_id: caseId, title, created_at: tx.at };
    await tx.insertInto('${table}').values(values).execute();
  });

forEachDatabase((_, database) => {
  it('shows the ${words} of a case to those with whom the case is shared, and to nobody else', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const bo = await portal.firm.addClient('Bo Lind');
    const { id } = await portal.firm.addCase({ clients: [ana] });
    assert.deepEqual((await ana.portal.${noun}.list({ id })).items, []);
    await add(portal, id, 'The first');
    const { items } = await ana.portal.${noun}.list({ id });
    assert.deepEqual(
      items.map(({ title }) => title),
      ['The first'],
    );
    await assert.rejects(bo.portal.${noun}.list({ id }), { code: 'not-found' });
  });
});
`;
