import { html, nothing, type TemplateResult } from 'lit';
import { portal, type PortalHost } from '../state/index.ts';
import { callUs, title, type Content, type HeadingLevel } from '../ui/index.ts';

interface PageOptions {
  readonly level: HeadingLevel;
  readonly title: string;
  /** What happened, and what can be done. */
  readonly body: Content;
  /** Buttons, the most useful first. */
  readonly actions: Content;
}

/** A page without a form: what happened, what to do next, and the firm's telephone. */
export function page(host: PortalHost, { level, title: words, body, actions }: PageOptions): TemplateResult {
  const { i18n, contact } = portal(host);
  return html`${title(level, words)}
    <div class="stack">${typeof body === 'string' ? html`<p>${body}</p>` : body}</div>
    <div class="form__actions">${actions}</div>
    ${contact ? html`<div class="help">${callUs(i18n, contact)}</div>` : nothing}`;
}
