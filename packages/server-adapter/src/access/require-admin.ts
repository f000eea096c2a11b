import { problem } from '../http/problem.ts';
import type { Actor, StaffActor } from './actor.ts';

/**
 * Colleagues and keys are the admins' business, and never a system's: either opens many cases.
 *
 * @throws `forbidden`
 */
export function requireAdmin(actor: Actor): asserts actor is StaffActor & { role: 'admin' } {
  if (actor.kind !== 'staff' || actor.role !== 'admin') throw problem('forbidden');
}
