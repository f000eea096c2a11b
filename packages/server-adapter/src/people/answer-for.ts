import { requireFreshProof } from '../access/fresh-proof.ts';
import { requirePower } from '../access/roles.ts';
import type { FirmContext } from '../context.ts';
import { problem } from '../http/problem.ts';

/**
 * Requires that the caller may answer for a client: look at the portal as they see it, and, as all admins may, let them in and
 * shut them out. As long
 * as a client is in no case that is anybody of the firm; afterwards it takes somebody who sees one of their cases, and of
 * a system a key that is for cases too.
 *
 * @throws `forbidden`: that the person is there, all of the firm know.
 */
export async function requireAnswerable(
  { actor, backend }: Pick<FirmContext, 'actor' | 'backend'>,
  clientId: string,
): Promise<void> {
  const cases = await backend.people.casesOf(clientId);
  if (cases === 'none') return;
  if (cases === 'unseen') throw problem('forbidden');
  if (actor.kind === 'key' && !actor.scopes.includes('cases')) throw problem('forbidden');
}

/**
 * Requires that the caller may look at the way in of a person and shut it: of colleagues admins only, of clients admins and
 * who answers for them. An admin sees nothing of a case by it, and a refusal would tell that there is a sealed one.
 *
 * @throws `forbidden`
 */
export async function requireAccessOf(
  ctx: FirmContext,
  { id, kind }: { readonly id: string; readonly kind: string },
): Promise<void> {
  if (kind === 'client') await requireAdminOrAnswerable(ctx, id);
  else requirePower(ctx.actor, 'manage-colleagues');
}

/**
 * Requires what gives a colleague more than they have, or somebody the place of one: an admin, who has shown a moment ago
 * that it is them. What comes of it outlasts the session that it was done in.
 *
 * @throws `forbidden`, `auth.step-up`
 */
export function requireToRaise({ actor, clock }: Pick<FirmContext, 'actor' | 'clock'>): void {
  requirePower(actor, 'manage-colleagues');
  requireFreshProof(actor, clock());
}

/**
 * Requires that the caller may help a person in: the same as to open and shut their way in, and of colleagues a fresh
 * proof.
 *
 * @throws `forbidden`, `auth.step-up`
 */
export async function requireToLetIn(
  ctx: FirmContext,
  { id, kind }: { readonly id: string; readonly kind: string },
): Promise<void> {
  if (kind === 'client') await requireAdminOrAnswerable(ctx, id);
  else requireToRaise(ctx);
}

async function requireAdminOrAnswerable(ctx: FirmContext, clientId: string): Promise<void> {
  if (ctx.actor.kind === 'staff' && ctx.actor.role === 'admin') return;
  await requireAnswerable(ctx, clientId);
}

/**
 * Requires that the caller may say where a client's mail goes, and so who gets in as them: whoever has the mailbox chooses
 * the password, and sees all of their cases. So nobody may from whom one of them is sealed.
 *
 * @throws `forbidden`
 */
export async function requireAddressable(ctx: FirmContext, clientId: string): Promise<void> {
  await requireAnswerable(ctx, clientId);
  if (await ctx.backend.people.hasHiddenSealed(clientId)) throw problem('forbidden');
}
