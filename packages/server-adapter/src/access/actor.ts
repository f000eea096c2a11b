import type { Scope as KeyScope } from '@casefront/core/contract';
import type { SessionStage } from '../sql/schema.ts';

/** Someone who has a session: what is read of them with every request, in one statement with the session. */
interface SignedIn {
  /** `per_…` */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly session: {
    /** `ses_…` */
    readonly id: string;
    readonly stage: SessionStage;
    /** When the person last proved who they are. */
    readonly provedAt: string;
    /** SHA-256 of the token: names the session, opens nothing. */
    readonly tokenHash: string;
    readonly idleSeconds: number;
    /** When it ends whatever happens. */
    readonly expiresAt: string;
  };
}

/** Whoever calls without a session and without a key. */
export interface Nobody {
  readonly kind: 'nobody';
}

export interface ClientActor extends SignedIn {
  readonly kind: 'client';
  /** The member of the firm who looks at the portal as this client sees it; the session is theirs. */
  readonly viewedBy?: StaffActor;
}

export interface StaffActor extends SignedIn {
  readonly kind: 'staff';
  readonly role: 'admin' | 'attorney' | 'staff';
}

/** A system of the firm, by API key. */
export interface KeyActor {
  readonly kind: 'key';
  /** `key_…` */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
}

/** In whose name a request runs. */
export type Actor = Nobody | ClientActor | StaffActor | KeyActor;
export type PersonActor = ClientActor | StaffActor;
export type FirmActor = StaffActor | KeyActor;

/** What queries filter by; nothing reads data without one. */
export interface Scope {
  readonly firmId: string;
  /** Whose shares count; null for an API key and for nobody. */
  readonly personId: string | null;
  /**
   * `shared`: only what is shared with the person. `firm`: all of the firm's people, cases and events (admins and API
   * keys). Conversations go by shares also for admins; only an API key, which has no person, reads them all.
   */
  readonly sees: 'shared' | 'firm';
}

export const scopeOf = (firmId: string, actor: Actor): Scope => ({
  firmId,
  personId: actor.kind === 'client' || actor.kind === 'staff' ? actor.id : null,
  sees: actor.kind === 'key' || (actor.kind === 'staff' && actor.role === 'admin') ? 'firm' : 'shared',
});
