import { deriveToken } from '../access/tokens.ts';
import type { LinkPurpose, LinkTable } from '../sql/schema.ts';

/** The columns of a link that its token is made of. */
export type TokenSource = Pick<LinkTable, 'firm_id' | 'id' | 'purpose' | 'nonce'>;

/** The token of a link, made again when the mail is written: it is stored nowhere, only its hash is. */
export const linkToken = (secret: Uint8Array, { firm_id, id, purpose, nonce }: TokenSource): string =>
  deriveToken(secret, purpose, firm_id, id, nonce);

/** What the page is told to show; which mailbox a change of address is confirmed from, the token knows. */
const words = {
  invitation: 'invitation',
  reset: 'reset',
  'email-old': 'email',
  'email-new': 'email',
} as const satisfies Record<LinkPurpose, string>;

/** The link in the mail. In the fragment, which browsers send to no server and no log sees (ASVS 14.2.1). */
export function linkUrl(portalUrl: string, purpose: LinkPurpose, token: string): string {
  const url = new URL(portalUrl);
  url.hash = `${words[purpose]}=${token}`;
  return url.href;
}
