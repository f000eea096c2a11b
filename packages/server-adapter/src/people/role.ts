import type { FirmContext } from '../context.ts';
import { issue, problem } from '../http/problem.ts';

/**
 * Requires that a colleague may get another role: nobody changes their own, and the last admin stays one, or nobody
 * could make another.
 *
 * @throws `conflict`
 */
export async function requireRoleChange({ actor, backend }: FirmContext, personId: string): Promise<void> {
  if (actor.id === personId) throw collides('own', 'Nobody changes their own role');
  if (!(await backend.people.hasOtherAdmin(personId))) throw collides('last-admin', 'Is the only admin');
}

const collides = (code: string, message: string) =>
  problem('conflict', { issues: [issue(['role'], code, message)] });
