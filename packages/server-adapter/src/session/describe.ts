import type { Me, Session } from '@casefront/core/contract/session';
import type { FirmRecord } from '../context.ts';
import type { SessionStage } from '../sql/schema.ts';
import { clientsMayWrite, hasInbox } from '../threads/setting.ts';

/** The person of a session, as the people table or the session look-up has them. */
export interface SessionPerson {
  readonly id: string;
  readonly kind: 'client' | 'staff';
  readonly role?: Me['role'];
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** What of a session is told. */
export interface SessionFacts {
  readonly stage: SessionStage;
  readonly idleSeconds: number;
  readonly expiresAt: string;
}

/** What a browser is told about its session: who it is, which sections there are, what may be done. */
export function describeSession(
  firm: FirmRecord,
  { id, kind, role = null, name, email, locale, timeZone }: SessionPerson,
  { stage, idleSeconds, expiresAt }: SessionFacts,
): Session {
  const complete = stage === 'complete';
  return {
    person: { id, kind, role, name, email, locale, timeZone },
    stage,
    factors: ['password'],
    viewedBy: null,
    sections: complete && kind === 'client' ? sectionsOf(firm) : [], // they show what is a client's
    capabilities: complete && (kind === 'staff' || clientsMayWrite(firm)) ? ['messages.send'] : [],
    idleSeconds,
    expiresAt,
  };
}

const sectionsOf = (firm: FirmRecord): string[] =>
  firm.settings.sections.filter((section) => section !== 'inbox' || hasInbox(firm));

/** Seconds without an act after which a session at this firm ends: 5 to 60 minutes, whatever the settings say. */
export const idleSecondsOf = ({ settings }: FirmRecord): number =>
  Math.min(60, Math.max(5, settings.idleMinutes)) * 60;
