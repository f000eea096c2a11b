/**
 * Where one can be in the portal, and how the address bar says it: `#/cases/case_…`. In the fragment, so that it works
 * on any website, survives a reload, can be bookmarked, and never reaches a server's log.
 */

/** `:id` names one; with `?` it may be missing. The order is that of matching. */
const patterns = {
  dashboard: '/',
  cases: '/cases',
  case: '/cases/:id',
  inbox: '/inbox',
  /** A new message; the id is the case that it is about. */
  compose: '/inbox/new/:id?',
  thread: '/inbox/:id',
  profile: '/profile',
} as const;

export type Place = keyof typeof patterns;

export interface Location {
  readonly place: Place;
  readonly id?: string;
}

/** The fragment of a place: `#/cases/case_…`. */
export const toHash = (place: Place, id?: string): string =>
  `#${patterns[place].replace(/\/:id\??/, id ? `/${encodeURIComponent(id)}` : '')}`;

/** The place that a fragment names; undefined for one that is not ours (`#contact`). */
export function fromHash(hash: string): Location | undefined {
  for (const [place, pattern] of Object.entries(patterns)) {
    const shape = pattern.replace(/\/:id(\??)/, '(?:/([\\w-]+))$1');
    const found = new RegExp(`^#${shape}/?$`).exec(hash);
    if (found) return { place: place as Place, ...(found[1] ? { id: found[1] } : {}) };
  }
  return undefined;
}
