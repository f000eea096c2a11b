import { isPortalError } from '@casefront/core/client';
import { errorMessage, type I18n } from '../locales/index.ts';
import type { Form } from '../state/index.ts';
import { passwordField, username, type Content, type FieldError } from '../ui/index.ts';

const ID = 'portal-new-password';

/** The field of a new password. */
export const newPassword = (
  i18n: I18n,
  form: Form<'password'>,
  { email, count }: { readonly email: string; readonly count: number },
): Content => [
  username(email),
  passwordField(i18n, {
    id: ID,
    name: 'password',
    label: i18n.t('password.new'),
    hint: i18n.t('password.hint', { count }),
    autocomplete: 'new-password',
    error: form.error(ID),
  }),
];

/** What is wrong with it before the server is asked. */
export function checkPassword(i18n: I18n, password: string, count: number): FieldError[] {
  if (!password) return [{ field: ID, message: i18n.t('password.missing') }];
  const short = [...password].length < count;
  return short ? [{ field: ID, message: i18n.t('password.short', { count }) }] : [];
}

/** Why the server did not take it. */
export function passwordRefused(i18n: I18n, error: unknown): FieldError {
  const field = isPortalError(error, 'password.weak') ? ID : undefined;
  return { field, message: errorMessage(i18n, error) };
}
