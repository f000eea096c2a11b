import type { I18n } from './i18n.ts';
import { number } from './intl.ts';

/** What is read of a PortalError; anything else that was thrown counts as unknown. */
interface Failure {
  readonly code?: unknown;
  readonly retryAfter?: unknown;
}

/** The sentence for whatever was thrown, with a next step in it. Codes of a newer server read as unknown. */
export function errorMessage(i18n: I18n, error: unknown): string {
  const { code, retryAfter } = (error ?? {}) as Failure;
  const key = `errors.${code}`;
  return i18n.t(i18n.has(key) ? key : 'errors.unknown', { wait: wait(i18n, retryAfter) });
}

/** Seconds as a person would say them: “30 seconds”, “5 minutes”. A minute when the server does not say. */
function wait({ locale }: I18n, retryAfter: unknown): string {
  const seconds = typeof retryAfter === 'number' && retryAfter > 0 ? retryAfter : 60;
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return number(locale, { style: 'unit', unit, unitDisplay: 'long' })!.format(value);
}
