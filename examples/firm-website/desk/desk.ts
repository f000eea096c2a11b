import { createPortal, type Portal } from '@casefront/core';
import { createFirm, isPortalError, type FirmClient } from '@casefront/core/firm';
import type { TemplateResult } from 'lit';

const api = '/portal-api';

/** What a screen works with: both clients, who is signed in, and a way to change things. */
export interface Desk {
  /** The firm's side of the API, in the name of the person who is signed in. */
  readonly firm: FirmClient;
  /** Session and notifications are the same for clients and staff. */
  readonly portal: Portal;
  /**
   * Runs a change, then loads the screen again and says how it went: what `work` returns, or the error's own sentence.
   * Returns whether it went well. A second call while one is running does nothing.
   */
  readonly act: (work: () => Promise<string | void>) => Promise<boolean>;
}

/** One screen of the desk, loaded and drawn. Called again after every change. `id` is what follows its name in the address. */
export type Screen = (desk: Desk, id: string) => Promise<{ title: string; body: TemplateResult }>;

/** The session is in an HttpOnly cookie, so the two clients share it without knowing. */
export const clients = { firm: createFirm({ api }), portal: createPortal({ api }) };

/** True when there is nobody signed in, no longer, or not wholly yet. */
export const signedOut = (error: unknown): boolean =>
  ['auth.required', 'auth.expired', 'auth.incomplete'].some((code) => isPortalError(error, code));

/** A sentence for the person at the desk. */
export const sentence = (error: unknown): string =>
  isPortalError(error) ? error.message : 'Something broke on this page. Reload it and try again.';

/** The whole of a list. A firm of four has short lists; a larger one would show them page by page. */
export async function all<Item>(
  page: (query: { cursor?: string; limit: number }) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null | undefined;
  do {
    const { items: more, next } = await page({ limit: 100, ...(cursor ? { cursor } : {}) });
    items.push(...more);
    cursor = next;
  } while (cursor);
  return items;
}
