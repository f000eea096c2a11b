/** Codes of authenticator apps (RFC 6238): six digits, another every 30 seconds. What every app can do, and no more. */
import { Secret, TOTP } from 'otpauth';

const seconds = 30;

/** 160 bits, as RFC 4226 recommends (R6). */
export const newAppSecret = (): Uint8Array => new Secret({ size: 20 }).bytes;

/** For typing: base32. */
export const spelled = (secret: Uint8Array): string => secretOf(secret).base32;

/** For a QR code. The firm stands in front, because an app may hold several of one address. */
export const appUri = (secret: Uint8Array, firmName: string, email: string): string =>
  // A colon ends the firm's name in the label.
  appOf(secret, { issuer: firmName.replaceAll(':', ' '), label: email }).toString();

/**
 * The time step that a code belongs to; undefined when it is wrong. The one before and the one after count too, for
 * clocks that go wrong and people who type slowly (RFC 6238, 5.2).
 */
export function stepOf(code: string, secret: Uint8Array, now: Date): number | undefined {
  const off = appOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return off === null ? undefined : Math.floor(now.getTime() / 1000 / seconds) + off;
}

/** What an app shows at a moment. */
export const codeAt = (secret: Uint8Array, now: Date): string =>
  appOf(secret).generate({ timestamp: now.getTime() });

const appOf = (secret: Uint8Array, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, secret: secretOf(secret), algorithm: 'SHA1', digits: 6, period: seconds });

const secretOf = (secret: Uint8Array) => new Secret({ buffer: Uint8Array.from(secret).buffer });
