/** What participants of a case may have of it. No schema in here, so that a page may show the same table. */

/**
 * The parts of a case that can be kept from a participant. `case`: its status, steps and title; `messages` takes it too,
 * for a conversation names its case. `billing`: what is owed and paid, without what it is for. `pay`: to pay it.
 */
export const permissions = ['case', 'messages', 'events', 'documents', 'billing', 'pay'] as const;
export type Permission = (typeof permissions)[number];

interface RoleRule {
  /** More than this nobody in the role ever has. */
  readonly most: readonly Permission[];
  /** What they have unless the firm says otherwise. */
  readonly usual: readonly Permission[];
  /** Whether joining shares the case, from then on. */
  readonly joinsCase: boolean;
  /** Whether a client has to have agreed to their part, with a date. */
  readonly needsConsent: boolean;
}

/**
 * A payer pays for somebody else's lawyer, with that client's informed consent (Model Rule 1.8(f)), and learns nothing that
 * the client tells the firm. A contact has only what is shared with them, piece by piece.
 */
export const participantRoles = {
  client: { most: permissions, usual: permissions, joinsCase: true, needsConsent: false },
  'co-client': { most: permissions, usual: permissions, joinsCase: true, needsConsent: false },
  guardian: { most: permissions, usual: permissions, joinsCase: true, needsConsent: false },
  payer: { most: ['billing', 'pay'], usual: ['billing', 'pay'], joinsCase: false, needsConsent: true },
  contact: {
    most: permissions,
    usual: ['case', 'messages', 'events', 'documents'],
    joinsCase: false,
    needsConsent: false,
  },
} as const satisfies Record<string, RoleRule>;
export type ParticipantRole = keyof typeof participantRoles;
