/**
 * The one read that looks beyond its firm. It may, because what it tells is the reader's own: that the mailbox which they have
 * shown to be theirs, at this firm, opens other portals too, where they have shown it as well. Somebody whom a firm only says
 * to have an address learns nothing by it, and is no help to find out whose client somebody is. No row, no id and no name of
 * a person leaves; of a firm only what its sign-in page tells anybody.
 */
import type { MyFirm } from '@casefront/core/contract/firms';
import type { Executor } from '../sql/database.ts';
import { fromJson } from '../sql/json.ts';
import { prepared } from '../sql/prepared.ts';

export async function firmsOfMailbox(
  executor: Executor,
  reader: { firm: string; person: string },
): Promise<Omit<MyFirm, 'current'>[]> {
  const rows = await firms(executor, reader);
  return rows.map(({ name, portal_url, branding }) => ({
    name,
    portalUrl: portal_url,
    logoUrl: fromJson(branding).logoUrl,
  }));
}

const firms = prepared((db, p: { firm: string; person: string }) =>
  db
    .selectFrom('people as reader')
    .innerJoin('people as same', (join) =>
      join
        .onRef('same.email_norm', '=', 'reader.email_norm')
        .onRef('same.firm_id', '<>', 'reader.firm_id')
        .on('same.email_proved_at', 'is not', null)
        .on('same.access', '=', 'active'),
    )
    .innerJoin('firms', 'firms.id', 'same.firm_id')
    .where('reader.firm_id', '=', p.firm)
    .where('reader.id', '=', p.person)
    .where('reader.email_proved_at', 'is not', null)
    .orderBy('firms.name')
    .orderBy('firms.id')
    .select(['firms.name', 'firms.portal_url', 'firms.branding']),
);
