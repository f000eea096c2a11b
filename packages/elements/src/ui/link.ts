import { html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import type { Content } from './content.ts';
import { safeUrl } from './url.ts';

export interface LinkOptions {
  readonly href: string;
  readonly click?: ((event: MouseEvent) => void) | undefined;
}

/** A link inside the portal. Words without a safe address stay words. */
export const link = (words: Content, { href, click }: LinkOptions): TemplateResult =>
  html`<a class="link" part="link" href=${safeUrl(href) ?? nothing} @click=${click ?? nothing}>${words}</a>`;

/** A link to another website, in a new tab, which it says. */
export const outsideLink = (i18n: I18n, words: Content, href: string): TemplateResult =>
  html`<a class="link" part="link" href=${safeUrl(href) ?? nothing} target="_blank" rel="noopener noreferrer"
    >${words}<span class="visually-hidden"> ${i18n.t('common.opens-new-tab')}</span></a
  >`;

/** A telephone number to tap. */
export const phoneLink = (phone: string): TemplateResult =>
  html`<a class="link phone" part="link phone" href=${`tel:${phone.replace(/[^\d+]/g, '')}`}>${phone}</a>`;
