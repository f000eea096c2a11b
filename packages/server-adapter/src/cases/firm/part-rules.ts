/** What can be said about somebody's part in a case, and what follows from their role. */
import {
  participantRoles,
  permissions,
  type Permission,
} from '@casefront/core/contract/firm/participant-roles';
import { startOfDay } from '../../events/zone.ts';
import { issue, problem } from '../../http/problem.ts';
import type { Part } from '../../shares/index.ts';

/** As it arrives: what is left out stays as it is, or as is usual for the role. */
export interface PartInput {
  readonly role?: Part['role'] | undefined;
  readonly permissions?: readonly Permission[] | undefined;
  readonly until?: string | null | undefined;
  readonly consentOn?: string | null | undefined;
}

/** Whether being in the case with this part is seeing it. */
export const seesCase = ({ role, permissions: has }: Part): boolean =>
  participantRoles[role].joinsCase && has.includes('case');

/**
 * The part that results.
 *
 * @throws `request.invalid`: more than the role may have, an end that is past, a payer whom no client has agreed to.
 */
export function partFrom(
  input: PartInput,
  before: Part | undefined,
  when: { now: string; timeZone: string },
): Part {
  const role = input.role ?? before?.role ?? 'client';
  const kept = role === before?.role ? before.permissions : participantRoles[role].usual;
  const part: Part = {
    role,
    permissions: inOrder(input.permissions ?? kept),
    until: input.until === undefined ? (before?.until ?? null) : input.until,
    frozenAt: before?.frozenAt ?? null,
    consentOn: consentOf(role, input, before),
  };
  requireFit(part);
  if (input.until && input.until <= when.now) throw wrong('until', 'past', 'Is over already');
  if (part.consentOn !== null && startOfDay(part.consentOn, when.timeZone).toISOString() > when.now)
    throw wrong('consentOn', 'future', 'Nobody has agreed yet');
  return part;
}

export const isSamePart = (one: Part, other: Part): boolean => JSON.stringify(one) === JSON.stringify(other);

const inOrder = (wanted: readonly Permission[]) =>
  permissions.filter((permission) => wanted.includes(permission));

/** Model Rule 1.8(f): nobody pays for a client who has not agreed to it. */
function consentOf(role: Part['role'], input: PartInput, before: Part | undefined): string | null {
  const given = input.consentOn === undefined ? (before?.consentOn ?? null) : input.consentOn;
  if (participantRoles[role].needsConsent) {
    if (given === null) throw wrong('consentOn', 'required', 'Takes the client’s consent, and its date');
    return given;
  }
  if (input.consentOn) throw wrong('consentOn', 'unfit', 'Is for payers only');
  return null;
}

function requireFit({ role, permissions: has }: Part): void {
  const most: readonly Permission[] = participantRoles[role].most;
  const beyond = has.find((permission) => !most.includes(permission));
  if (beyond) throw wrong('permissions', 'not-for-role', `A ${role} never has ${beyond}`);
  if (has.includes('messages') && !has.includes('case'))
    throw wrong('permissions', 'needs-case', 'A conversation names its case: messages take case too');
}

const wrong = (field: keyof PartInput, code: string, message: string) =>
  problem('request.invalid', { issues: [issue([field], code, message)] });
