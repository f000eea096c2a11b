import type { Me, Session } from '@casefront/core/contract/session';
import type { FirmRecord } from '../context.ts';
import { heldFactors, usableFactors } from '../factors/held.ts';
import type { Executor } from '../sql/database.ts';
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
  /** Who looks as this person. */
  readonly viewedBy?: { readonly name: string };
}

/** What of a session is told. */
export interface SessionFacts {
  readonly stage: SessionStage;
  readonly idleSeconds: number;
  readonly expiresAt: string;
}

/**
 * What a browser is told about its session: who it is, what can prove that, which sections there are, what may be done.
 * Until signing in is finished there is nothing to see and nothing to do.
 */
export async function describeSession(
  executor: Executor,
  firm: FirmRecord,
  { id, kind, role = null, name, email, locale, timeZone, viewedBy }: SessionPerson,
  { stage, idleSeconds, expiresAt }: SessionFacts,
): Promise<Session> {
  const complete = stage === 'complete';
  return {
    person: { id, kind, role, name, email, locale, timeZone },
    stage,
    // Who looks as a client can prove nothing in their name, and do nothing.
    factors: viewedBy ? [] : usableFactors(await heldFactors(executor, firm.id, id)),
    viewedBy: viewedBy?.name ?? null,
    // They show what is a client's; and what is a person's own is not for somebody else's eyes.
    sections: complete && kind === 'client' ? [...sectionsOf(firm), ...(viewedBy ? [] : ['profile'])] : [],
    capabilities:
      complete && !viewedBy && (kind === 'staff' || clientsMayWrite(firm)) ? ['messages.send'] : [],
    idleSeconds,
    expiresAt,
  };
}

const sectionsOf = (firm: FirmRecord): string[] =>
  firm.settings.sections.filter((section) => section !== 'inbox' || hasInbox(firm));
