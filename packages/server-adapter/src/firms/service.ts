import type { MyFirm } from '@casefront/core/contract/firms';
import type { PersonContext } from '../context.ts';
import { firmsOfMailbox } from './across.ts';

/** The firm that is asked comes first; of the others each has a sign-in of its own. */
export async function listFirms({ db, firm, actor }: PersonContext): Promise<{ items: MyFirm[] }> {
  const { name, portalUrl, branding } = firm;
  const others = await firmsOfMailbox(db, { firm: firm.id, person: actor.id });
  return {
    items: [
      { name, portalUrl, logoUrl: branding.logoUrl, current: true },
      ...others.map((other) => ({ ...other, current: false })),
    ],
  };
}
