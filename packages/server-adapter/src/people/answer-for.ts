import type { FirmContext } from '../context.ts';
import { requireAdmin } from '../access/require-admin.ts';
import { problem } from '../http/problem.ts';

/**
 * Requires that the caller may say where a client's mail goes, and so who gets in as them: whoever has the mailbox
 * chooses the password. As long as nothing is shared with a client that is anybody of the firm; afterwards it takes
 * somebody who sees one of their cases, and of a system a key that is for cases too.
 *
 * @throws `forbidden`: that the person is there, all of the firm know.
 */
export async function requireAnswerable({ actor, backend }: FirmContext, clientId: string): Promise<void> {
  const shared = await backend.people.sharedWith(clientId);
  if (shared === 'nothing') return;
  if (shared === 'unseen') throw problem('forbidden');
  if (actor.kind === 'key' && !actor.scopes.includes('cases')) throw problem('forbidden');
}

/**
 * Requires that the caller may open and shut the way in of a person: of colleagues admins only, of clients who answers
 * for them.
 *
 * @throws `forbidden`
 */
export async function requireAccessOf(
  ctx: FirmContext,
  { id, kind }: { readonly id: string; readonly kind: string },
): Promise<void> {
  if (kind === 'client') await requireAnswerable(ctx, id);
  else requireAdmin(ctx.actor);
}
