import type { Endpoint } from '@casefront/core/contract';
import { problem } from '../http/problem.ts';
import type { Caller } from './authenticate.ts';
import { requireFreshProof } from './fresh-proof.ts';

/**
 * Whether the caller is one of those whom the endpoint is for. Which objects they may touch is for the queries to
 * say, which all filter by the caller's scope.
 *
 * @throws `auth.required`, `auth.expired`, `forbidden`, `auth.incomplete`, `auth.step-up`, `view.read-only`
 */
export function authorize({ actor, token }: Caller, { method, spec }: Endpoint, now: Date): void {
  if (actor.kind === 'client' && actor.viewedBy) {
    if (method !== 'GET') throw problem('view.read-only');
    if (!spec.viewable) throw problem('forbidden');
  }
  if (spec.audience === 'public') return;
  if (actor.kind === 'nobody') throw problem(token === undefined ? 'auth.required' : 'auth.expired');
  const welcome = {
    person: actor.kind === 'client' || actor.kind === 'staff',
    client: actor.kind === 'client',
    // A system may call what its key is for, and nothing that has no scope.
    firm:
      actor.kind === 'staff' ||
      (actor.kind === 'key' && spec.scope !== undefined && actor.scopes.includes(spec.scope)),
  };
  if (!welcome[spec.audience]) throw problem('forbidden');
  if (actor.kind === 'key') return;
  const { stage } = actor.session;
  const open = stage === 'complete' || spec.incomplete === true || spec.incomplete === stage;
  if (!open) throw problem('auth.incomplete');
  if (spec.stepUp) requireFreshProof(actor, now);
}
