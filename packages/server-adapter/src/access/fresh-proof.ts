import { problem } from '../http/problem.ts';
import type { Actor } from './actor.ts';

/** How long a proof of who somebody is counts as fresh. */
const proofSeconds = 10 * 60;

/**
 * Requires of a person that they have shown a moment ago who they are (ASVS 7.5.1): whoever finds a browser that is signed
 * in has not. A system has nothing to show but its key, which it shows with every request.
 *
 * @throws `auth.step-up`
 */
export function requireFreshProof(actor: Actor, now: Date): void {
  if (actor.kind === 'key' || actor.kind === 'nobody') return;
  if (now.getTime() - Date.parse(actor.session.provedAt) > proofSeconds * 1000) throw problem('auth.step-up');
}
