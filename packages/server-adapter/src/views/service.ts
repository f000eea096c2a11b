/** Seeing the portal as a client does: to answer their call, and to know what they have been told. */
import type { View } from '@casefront/core/contract/firm/views';
import type { FirmContext } from '../context.ts';
import { conflict, notFound, problem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { appendAbout } from '../journal/index.ts';
import { requireAnswerable } from '../people/answer-for.ts';

/** How long one looks. Whoever needs longer says so again, and it is written down again. */
const minutes = 30;

/** @throws `not-found`; `forbidden`; `conflict` for colleagues, and for clients whose access is shut. */
export function openView(ctx: FirmContext, personId: string): Promise<View> {
  const { firm, actor, backend, transaction } = ctx;
  // Also the contract says so: a system looks at nothing.
  if (actor.kind !== 'staff') throw problem('forbidden');
  return transaction(async (tx) => {
    const person = (await backend.people.lock(personId)) ?? notFound();
    if (person.kind !== 'client') throw conflict(['id'], 'staff', 'Works at the firm');
    if (person.access === 'disabled')
      throw conflict(['id'], 'disabled', 'Cannot sign in, and so sees nothing');
    await requireAnswerable(ctx, personId);
    const id = newId('view');
    const expiresAt = new Date(Date.parse(tx.at) + minutes * 60_000).toISOString();
    await tx
      .insertInto('views')
      .values({
        firm_id: firm.id,
        id,
        session_id: actor.session.id,
        person_id: personId,
        created_at: tx.at,
        expires_at: expiresAt,
      })
      .execute();
    await appendAbout(tx, { firm, actor }, personId, 'view.opened');
    return { id, personId, name: person.name, expiresAt };
  });
}
