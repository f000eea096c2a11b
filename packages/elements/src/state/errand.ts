/** What brought a person here, or has just happened to them, and is dealt with before the portal shows anything else. */

/** A link of a mail, by its kind and its secret. */
export interface LinkErrand {
  readonly kind: 'invitation' | 'reset' | 'email';
  readonly secret: string;
}

/** Recovery codes are shown once: whoever gets them has to say that they are kept. */
export interface CodesErrand {
  readonly kind: 'codes';
  readonly codes: readonly string[];
}

export type Errand = LinkErrand | CodesErrand;

/** The secret is in the fragment, so that no server's log ever holds it. */
const pattern = /^#(invitation|reset|email)=(.+)$/;

/** Where it is kept beside the address. */
const KEPT = 'casefront.link';

/**
 * The link that was opened, taken out of the address at once: what is left there can be bookmarked, shared or looked at
 * without harm. The entry of the history keeps it beside the address, so that loading the page again loses nothing.
 */
export function takeLink(): LinkErrand | undefined {
  const [, kind, secret] = pattern.exec(location.hash) ?? [];
  if (!secret) return undefined;
  const link = { kind: kind as LinkErrand['kind'], secret };
  replace({ ...kept(), [KEPT]: link }, location.pathname + location.search);
  return link;
}

/** The link that this page was opened with before it was loaded again. */
export const keptLink = (): LinkErrand | undefined => kept()?.[KEPT];

/** It has been used, or turned out to have ended. */
export function forgetLink(): void {
  if (!keptLink()) return;
  const { [KEPT]: _link, ...rest } = kept()!;
  replace(rest);
}

/** What a page's own router may keep there as well. */
const kept = () => history.state as ({ [KEPT]?: LinkErrand } & Record<string, unknown>) | null;

const replace = (entry: object, address?: string) => history.replaceState(entry, '', address);
