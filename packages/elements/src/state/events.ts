import type { Session } from '@casefront/core/contract/session';
import type { Location } from './places.ts';

/** Where a person is about to go. */
export interface NavigateDetail extends Location {
  /** The address that the portal would go to. */
  readonly href: string;
}

/** A message that the server has taken. */
export interface MessageSentDetail {
  readonly threadId: string;
  readonly caseId: string;
  /** True when it began a conversation. */
  readonly started: boolean;
}

/** Every event of the elements. They bubble, cross shadow boundaries, and follow what a person did. */
export interface PortalEvents {
  /** Cancelable: a host with a router of its own prevents it and goes there itself. */
  'portal-navigate': CustomEvent<NavigateDetail>;
  /** The server has confirmed a message of the person: a new conversation, or an answer in one. */
  'portal-message-sent': CustomEvent<MessageSentDetail>;
  'portal-signed-in': CustomEvent<{ readonly person: Session['person'] }>;
  /** Before signing out; cancelable, unless it is the quick exit. A host with a sign-in of its own ends it too. */
  'portal-sign-out': CustomEvent<undefined>;
  /** The session ended on the server: too long without an act, or revoked. What it showed is gone already. */
  'portal-session-expired': CustomEvent<undefined>;
}

declare global {
  interface HTMLElementEventMap extends PortalEvents {}
}

type DetailOf<K extends keyof PortalEvents> = PortalEvents[K] extends CustomEvent<infer D> ? D : never;

/** Sends an event from an element. False when somebody prevented it. */
export const announce = <K extends keyof PortalEvents>(
  from: HTMLElement,
  name: K,
  detail: DetailOf<K>,
  { cancelable = false } = {},
): boolean =>
  from.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
