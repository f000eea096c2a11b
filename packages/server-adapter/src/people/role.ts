import type { FirmContext } from '../context.ts';
import { conflict } from '../http/problem.ts';

/**
 * Requires that a colleague may get another role: nobody changes their own, and the last admin stays one, or nobody
 * could make another.
 *
 * @throws `conflict`
 */
export async function requireRoleChange({ actor, backend }: FirmContext, personId: string): Promise<void> {
  if (actor.id === personId) throw conflict(['role'], 'own', 'Nobody changes their own role');
  if (!(await backend.people.hasOtherAdmin(personId)))
    throw conflict(['role'], 'last-admin', 'Is the only admin');
}
