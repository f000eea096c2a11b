import type { FirmRecord } from './context.ts';
import type { Passwords } from './access/passwords.ts';
import type { AuthProvider } from './providers/provider.ts';

/** Parts of the server that are not data and live as long as it does. */
export interface Services {
  /** At least 32 bytes; tokens that are derived rather than stored come from it. */
  readonly secret: Uint8Array;
  /** It, and those before it, newest first. */
  readonly secrets: readonly [Uint8Array, ...Uint8Array[]];
  readonly passwords: Passwords;
  /** Who else may say who somebody is. */
  readonly providers: readonly AuthProvider[];
  /** Origins besides the portal's own whose pages may call a firm, and so may use its passkeys. */
  readonly allowedOrigins: (firm: Pick<FirmRecord, 'slug'>) => readonly string[];
  /** For who has changed what is remembered of a firm; after the commit. */
  readonly forgetFirms: () => void;
}
