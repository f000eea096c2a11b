import { isPortalError, type PortalClient } from '@casefront/core/client';

/** What the answers of a server say of the session, besides what they answer. */
export interface Told {
  /** Something that the server counts as an act of the person was done. */
  readonly acted: () => void;
  /** There is no session, or no longer. */
  readonly over: () => void;
  /** Signing in is not finished. */
  readonly incomplete: () => void;
  /** A fresh proof of the person is asked for; resolves with whether it was given. */
  readonly proof: () => Promise<boolean>;
}

/**
 * The same client, which tells what it hears of the session. What needs a fresh proof is sent once more after it, so
 * whoever called goes on as if nothing had been asked, and nothing that was typed or chosen is lost.
 */
export function watchedClient(client: PortalClient, told: Told): PortalClient {
  const watched: PortalClient = {
    api: client.api,
    async call(...args) {
      try {
        const answer = await client.call(...args);
        if (args[0].activity) told.acted();
        return answer;
      } catch (error) {
        if (isOver(error)) told.over();
        if (isPortalError(error, 'auth.incomplete')) told.incomplete();
        if (isPortalError(error, 'auth.step-up') && (await told.proof())) return watched.call(...args);
        throw error;
      }
    },
  };
  return watched;
}

/** No session, or no longer: what a server answers to a call that needs one. */
export const isOver = (error: unknown): boolean =>
  isPortalError(error, 'auth.required') || isPortalError(error, 'auth.expired');
