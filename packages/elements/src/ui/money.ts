import { html, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { number } from '../locales/intl.ts';

/** An amount as it travels: integer minor units (cents) and an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** `$1,234.50`. Exact: the digits are placed by string, no floating point touches them. */
export function formatMoney({ locale }: I18n, { amount, currency }: Money): string {
  const format = number(locale, { style: 'currency', currency });
  const digits = format?.resolvedOptions().maximumFractionDigits ?? 2;
  const whole = String(Math.abs(amount)).padStart(digits + 1, '0');
  const at = whole.length - digits;
  const decimal = `${amount < 0 ? '-' : ''}${whole.slice(0, at)}${digits ? `.${whole.slice(at)}` : ''}`;
  return format ? format.format(decimal as Intl.StringNumericLiteral) : `${decimal} ${currency}`;
}

/** An amount that lines up with the amounts above it. */
export const money = (i18n: I18n, value: Money): TemplateResult =>
  html`<span class="money number" part="money">${formatMoney(i18n, value)}</span>`;
