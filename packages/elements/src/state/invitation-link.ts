/** The secret is in the fragment, so that no server's log ever holds it. */
const pattern = /^#invitation=(.+)$/;

/**
 * The secret of the invitation link that was opened, taken out of the address and the history at once: what is left
 * there can be bookmarked, shared or looked at without harm.
 */
export function takeInvitation(): string | undefined {
  const token = pattern.exec(location.hash)?.[1];
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
