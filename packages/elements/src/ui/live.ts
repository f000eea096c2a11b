import { html, type TemplateResult } from 'lit';

/**
 * A live region for short news (“Saved”, “Your message was sent”). Render it always, also while `message` is empty: a
 * region that appears together with its text is not read out. Once per act; never for what is visible and focused.
 */
export const liveRegion = (message = ''): TemplateResult =>
  html`<p class="visually-hidden" part="live" role="status">${message}</p>`;
