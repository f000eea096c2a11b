import { deriveToken } from '../access/tokens.ts';

/** The columns of an invitation that its token is made of. */
export interface TokenSource {
  readonly firm_id: string;
  readonly id: string;
  readonly nonce: string;
}

/** The invitation's token, made again when the mail is written: it is stored nowhere, only its hash is. */
export const invitationToken = (secret: Uint8Array, { firm_id, id, nonce }: TokenSource): string =>
  deriveToken(secret, 'invitation', firm_id, id, nonce);

/** The link in the mail. In the fragment, which browsers send to no server and no log sees (ASVS 14.2.1). */
export function invitationLink(portalUrl: string, token: string): string {
  const url = new URL(portalUrl);
  url.hash = `invitation=${token}`;
  return url.href;
}
