/**
 * Somebody else who knows the firm's people: the site around the portal, or an identity provider. Passed to
 * `createPortalServer` as `authProviders`; `hostTokens()` and `openIdProvider()` are two.
 */
export interface AuthProvider {
  /** The short name of the firm that it speaks for. May be left out where only one firm is served. */
  readonly firm?: string | undefined;
  /**
   * Who holds a token; undefined when it is none of this provider's, not meant for this portal, or not good any more.
   * Rejects when that cannot be known now: the provider does not answer.
   */
  identify(token: string, asked: Asked): Promise<Holder | undefined>;
}

/** Where and when a token is shown. */
export interface Asked {
  /** The origin of the firm's portal: `https://www.smithlaw.com`. */
  readonly origin: string;
  readonly now: Date;
}

/** What a provider says of the one who holds a token. */
export interface Holder {
  /** Their external id or their id here; or an address of which the provider knows that it is theirs. */
  readonly person: { readonly subject: string } | { readonly email: string };
  /** Whether they have shown a second factor to the provider. */
  readonly multiFactor: boolean;
  /** What makes the token the one it is, however it is spelt: each can be used once. */
  readonly tokenId: string;
  /** From when on `identify` refuses the token; until then it is kept that it was used. */
  readonly goodUntil: Date;
}
