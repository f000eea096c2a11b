import type { Endpoint } from '@casefront/core/contract';
import type { FirmRecord } from '../context.ts';
import type { PortalRequest } from '../http/exchange.ts';
import { problem } from '../http/problem.ts';
import type { Database } from '../sql/database.ts';
import type { Actor, Nobody } from './actor.ts';
import { findSystem } from './api-keys.ts';
import { readCredentials, type Carrier } from './carrier.ts';
import { findPerson } from './sessions.ts';
import { lookAs } from '../views/find.ts';

const nobody: Nobody = { kind: 'nobody' };

/** In whose name a request comes. A credential that is good for nothing makes it nobody's. */
export interface Caller {
  readonly actor: Actor;
  /** The session token that came along, good or not. */
  readonly token: string | undefined;
}

/** @throws `request.credentials` when there are two, because then it is anybody's guess who is meant; `view.ended`. */
export async function authenticate(
  database: Database,
  firm: FirmRecord,
  request: PortalRequest,
  { spec }: Endpoint,
  carrier: Carrier,
): Promise<Caller> {
  const { token, key } = readCredentials(request, carrier);
  if (key !== undefined) {
    const actor = (await findSystem(database, firm.id, key)) ?? nobody;
    return { actor: await asViewed(database, firm.id, actor, request.header('x-portal-view')), token };
  }
  // A token of another shape cannot be ours; the empty one is what is left of a cookie that was cleared.
  if (token === undefined || token.length !== 43) return { actor: nobody, token: token || undefined };
  const actor = (await findPerson(database, firm, token, spec.activity ?? false)) ?? nobody;
  return { actor: await asViewed(database, firm.id, actor, request.header('x-portal-view')), token };
}

/** @throws `view.ended` to everybody but the member of the firm in whose session the view was opened. */
async function asViewed(
  { kysely, clock }: Database,
  firmId: string,
  actor: Actor,
  id: string | undefined,
): Promise<Actor> {
  if (id === undefined || actor.kind === 'nobody') return actor;
  if (actor.kind !== 'staff') throw problem('view.ended');
  return await lookAs(kysely, firmId, actor, { id, now: clock().toISOString() });
}
