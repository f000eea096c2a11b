import { css, html, nothing, type TemplateResult } from 'lit';
import { errorMessage, type I18n } from '../locales/index.ts';
import { button } from './button.ts';
import type { Content } from './content.ts';
import { icon } from './icon.ts';
import { circleAlertIcon, refreshCwIcon } from './icons.ts';
import { phoneLink } from './link.ts';

/** How to reach the firm without the portal. */
export interface FirmContact {
  readonly name: string;
  readonly phone: string;
}

/** “Need help? Call Harborview Law at 555-0100.”, with the number to tap. Nothing while the firm is unknown. */
export const callUs = (i18n: I18n, firm: FirmContact | undefined): TemplateResult | typeof nothing =>
  firm
    ? html`<p class="call">${i18n.rich('error.call', { firm: firm.name, phone: phoneLink(firm.phone) })}</p>`
    : nothing;

export interface EmptyOptions {
  readonly title: Content;
  /** What will be here, or what to do instead. */
  readonly body?: Content;
  readonly action?: Content;
}

/** Nothing here, said as good news or as a first step. */
export const emptyState = ({ title, body, action }: EmptyOptions): TemplateResult =>
  html`<div class="state" part="state state--empty">
    <p class="state__title" part="state__title">${title}</p>
    ${body ? html`<p class="state__body" part="state__body">${body}</p>` : nothing} ${action ?? nothing}
  </div>`;

export interface ErrorOptions {
  /** What was thrown. */
  readonly error: unknown;
  readonly firm?: FirmContact | undefined;
  readonly retry?: (() => void) | undefined;
  /** “We couldn’t load this” unless told. */
  readonly title?: Content;
}

/** It did not load: why, what to do, and the firm's telephone. */
export const errorState = (i18n: I18n, { error, firm, retry, title }: ErrorOptions): TemplateResult =>
  html`<div class="state state--error" part="state state--error" role="alert">
    <p class="state__title" part="state__title">${icon(circleAlertIcon)} ${title ?? i18n.t('error.load')}</p>
    <p class="state__body" part="state__body">${errorMessage(i18n, error)}</p>
    ${callUs(i18n, firm)}
    ${retry ? button(i18n.t('common.try-again'), { icon: refreshCwIcon, click: retry }) : nothing}
  </div>`;

export const stateStyles = css`
  .state {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    padding-block: 1em;
  }
  .state__title {
    font-weight: 600;
  }
  .state__body {
    color: var(--_text-muted);
  }
  .state--error .state__body {
    color: inherit;
  }
  .state--error .state__title > .icon {
    color: var(--_danger-text);
  }
  .phone {
    white-space: nowrap;
  }
`;
