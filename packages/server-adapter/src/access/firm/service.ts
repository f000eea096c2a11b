/** Shutting and opening the way in of a person, and helping them in. */
import type { Access } from '@casefront/core/contract/firm/access';
import type { FirmInvitation } from '@casefront/core/contract/firm/people';
import type { FirmContext } from '../../context.ts';
import { hasSecondFactor, heldFactors } from '../../factors/held.ts';
import { dropRecoveryCodes } from '../../factors/recovery-codes.ts';
import { conflict, notFound, problem } from '../../http/problem.ts';
import { toFirmInvitation } from '../../invitations/firm/service.ts';
import { invite } from '../../invitations/invite.ts';
import { appendAbout, journalActor, type Verb } from '../../journal/index.ts';
import { endLinks, type LinkOwner } from '../../links/end.ts';
import { sendReset } from '../../password/send-reset.ts';
import { requireAccessOf, requireToLetIn } from '../../people/answer-for.ts';
import type { PersonRecord } from '../../people/backend.ts';
import type { Tx } from '../../sql/database.ts';
import { endSessionsOf } from '../sessions.ts';
import { readAccess } from './read.ts';

/**
 * Shuts a person's access: whatever they have in hand, sessions, links, a change of address, opens nothing from now on.
 * What is a way in by itself goes too, password and passkeys, so that it cannot come back to life with the access (F8). An
 * authenticator app stays theirs: it opens nothing alone.
 *
 * @throws `not-found`; `forbidden`; `conflict` for oneself and for the only admin.
 */
export const disableAccess = (ctx: FirmContext, personId: string): Promise<Access> =>
  ctx.transaction(async (tx) => {
    const person = await lockPerson(ctx, personId, requireAccessOf);
    if (person.access === 'disabled') return await readAccess(ctx, personId);
    requireOther(ctx, personId);
    if (person.role === 'admin' && !(await ctx.backend.people.hasOtherAdmin(personId)))
      throw conflict(['id'], 'last-admin', 'Is the only admin');
    const owner = { firmId: ctx.firm.id, personId };
    await setAccess(tx, owner, 'disabled');
    await endSessionsOf(tx, owner.firmId, personId);
    await endLinks(tx, owner);
    for (const table of ['credentials', 'passkeys'] as const)
      await tx
        .deleteFrom(table)
        .where('firm_id', '=', owner.firmId)
        .where('person_id', '=', personId)
        .execute();
    if (!hasSecondFactor(await heldFactors(tx, owner.firmId, personId))) await dropRecoveryCodes(tx, owner);
    await record(tx, ctx, 'access.disabled', personId);
    return await readAccess(ctx, personId);
  });

/**
 * Opens a person's access again, by a fresh invitation.
 *
 * @throws `not-found`; `forbidden`; `conflict` when it is not shut.
 */
export const enableAccess = (ctx: FirmContext, personId: string): Promise<FirmInvitation> =>
  ctx.transaction(async (tx) => {
    const { access } = await lockPerson(ctx, personId, requireToLetIn);
    if (access !== 'disabled') throw problem('conflict');
    const owner = { firmId: ctx.firm.id, personId };
    await setAccess(tx, owner, 'none');
    await record(tx, ctx, 'access.enabled', personId);
    const actor = journalActor(ctx.actor);
    const invited = await invite(tx, ctx.services.secret, { ...owner, actor });
    return invited ? toFirmInvitation(invited) : notFound();
  });

/**
 * Mails a person a link to set a new password; nobody else ever sees or chooses one (F7).
 *
 * @throws `not-found`; `forbidden`; `conflict` for oneself and for who has no password to forget.
 */
export const sendResetTo = (ctx: FirmContext, personId: string): Promise<Access> =>
  ctx.transaction(async (tx) => {
    await lockPerson(ctx, personId, requireToLetIn);
    requireOther(ctx, personId);
    const owner = { firmId: ctx.firm.id, personId };
    const actor = journalActor(ctx.actor);
    if (!(await sendReset(tx, ctx.services.secret, { ...owner, actor }))) throw problem('conflict');
    return await readAccess(ctx, personId);
  });

async function lockPerson(
  ctx: FirmContext,
  id: string,
  requireMay: typeof requireAccessOf,
): Promise<PersonRecord> {
  const person = (await ctx.backend.people.lock(id)) ?? notFound();
  await requireMay(ctx, { id, kind: person.kind });
  return person;
}

function requireOther({ actor }: FirmContext, personId: string): void {
  if (actor.id === personId) throw conflict(['id'], 'own', 'Is your own access');
}

const setAccess = (tx: Tx, { firmId, personId }: LinkOwner, access: 'none' | 'disabled') =>
  tx.updateTable('people').set({ access }).where('firm_id', '=', firmId).where('id', '=', personId).execute();

const record = (tx: Tx, { firm, actor }: FirmContext, verb: Extract<Verb, `access.${string}`>, id: string) =>
  appendAbout(tx, { firm, actor }, id, verb);
