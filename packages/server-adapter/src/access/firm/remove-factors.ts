import type { Access } from '@casefront/core/contract/firm/access';
import type { FirmContext } from '../../context.ts';
import { hasSecondFactor, heldFactors } from '../../factors/held.ts';
import { conflict, notFound, problem } from '../../http/problem.ts';
import { appendAbout } from '../../journal/index.ts';
import { requirePower } from '../roles.ts';
import { endSessionsOf } from '../sessions.ts';
import { readAccess } from './read.ts';

/**
 * Takes the second factors of somebody away who has lost them all, ends their sessions, and tells them by mail: whoever
 * talked an admin into it is not the only one who knows. Where the firm asks for one, they set up another.
 *
 * @throws `forbidden`; `not-found`; `conflict` for one's own, and where there are none
 */
export function removeFactors(ctx: FirmContext, personId: string): Promise<Access> {
  const { firm, actor, backend, transaction } = ctx;
  requirePower(actor, 'manage-colleagues');
  return transaction(async (tx) => {
    if (!(await backend.people.lock(personId))) notFound();
    if (personId === actor.id) throw conflict(['id'], 'own', 'Is your own access');
    if (!hasSecondFactor(await heldFactors(tx, firm.id, personId))) throw problem('conflict');
    for (const table of ['totp', 'passkeys', 'recovery_codes'] as const) {
      await tx.deleteFrom(table).where('firm_id', '=', firm.id).where('person_id', '=', personId).execute();
    }
    await endSessionsOf(tx, firm.id, personId);
    await appendAbout(tx, { firm, actor }, personId, 'factor.removed', { factor: 'all' });
    return await readAccess(ctx, personId);
  });
}
