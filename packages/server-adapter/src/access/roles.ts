/** What each role of the firm may do. */
import { problem } from '../http/problem.ts';
import type { Actor, FirmActor, StaffActor } from './actor.ts';

/**
 * Whoever sees a case works on it: its status, steps and dates, what is shared with whom, messages, new participants. What
 * is more than that stands here. Staff (paralegals, assistants) prepare and write; who gets in, and who is kept out, is for
 * somebody with a licence to answer for. A key is a system of the firm, where its scopes let it in: it keeps the portal in
 * step with the firm's own books, and decides nothing.
 */
const powers = {
  /** Adds colleagues, changes their details and roles, invites them, shuts them out. Any of it opens many cases. */
  'manage-colleagues': ['admin'],
  'manage-keys': ['admin'],
  'change-settings': ['admin'],
  /** Says who works on a case. */
  'set-team': ['admin', 'attorney', 'key'],
  /** Changes what a participant may have, and ends their part. */
  'change-participants': ['admin', 'attorney', 'key'],
  /** Keeps a case from a participant, and gives it back. */
  'freeze-participants': ['admin', 'attorney'],
  /** Closes a case to all but its team, and opens it again. */
  'seal-cases': ['admin', 'attorney'],
  /** Gets into a sealed case from outside its team, with a reason. */
  'open-seals': ['admin'],
} as const satisfies Record<string, readonly (StaffActor['role'] | 'key')[]>;

export type Power = keyof typeof powers;

/** Who can have a power: only of some is it known that they are a person. */
type Holder<P extends Power> = 'key' extends (typeof powers)[P][number] ? FirmActor : StaffActor;

function may<P extends Power>(actor: Actor, power: P): actor is Holder<P> & Actor {
  const role = actor.kind === 'staff' ? actor.role : actor.kind;
  return (powers[power] as readonly string[]).includes(role);
}

/** @throws `forbidden` */
export function requirePower<P extends Power>(actor: Actor, power: P): asserts actor is Holder<P> & Actor {
  if (!may(actor, power)) throw problem('forbidden');
}
