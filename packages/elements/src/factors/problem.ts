import { isPortalError } from '@casefront/core/client';
import { errorMessage, type I18n, type Key } from '../locales/index.ts';

/**
 * Why a password, a code or a passkey did not do, in a sentence with a next step.
 * @param refused when it is not the one that the server knows
 */
export function proofProblem(i18n: I18n, error: unknown, refused: Key = 'prove.password-wrong'): string {
  if (isPortalError(error, 'auth.failed')) return i18n.t(refused);
  if (!(error instanceof DOMException)) return errorMessage(i18n, error);
  if (error.name === 'InvalidStateError') return i18n.t('passkey.already');
  // The browser tells nobody whether a person said no, waited too long, or has none here (WebAuthn 3, 14.5.2).
  return i18n.t(error.name === 'NotAllowedError' ? 'passkey.stopped' : 'passkey.impossible');
}
