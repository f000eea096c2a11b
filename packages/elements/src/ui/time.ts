import { html, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { formatDate, formatInstant, formatMoment, type DateStyle } from './date.ts';

/** A plain date: `March 3, 2026`. */
export const day = (i18n: I18n, plain: string, style?: DateStyle): TemplateResult =>
  html`<time part="time" datetime=${plain}>${formatDate(i18n, plain, style)}</time>`;

/** When something will be, with its zone: `Tuesday, March 3, 2026 at 10:00 a.m. ET (7:00 a.m. your time)`. */
export const when = (
  i18n: I18n,
  instant: string,
  options?: Parameters<typeof formatInstant>[2],
): TemplateResult =>
  html`<time part="time" datetime=${instant}>${formatInstant(i18n, instant, options)}</time>`;

/** When something was: `Today 9:41 a.m.` */
export const moment = (i18n: I18n, instant: string, now?: number): TemplateResult =>
  html`<time part="time" datetime=${instant}>${formatMoment(i18n, instant, now)}</time>`;
