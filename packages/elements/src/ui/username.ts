import { html, type TemplateResult } from 'lit';

/** Not for people: it tells a password manager whose password this is. */
export const username = (email = ''): TemplateResult =>
  html`<input
    class="visually-hidden"
    type="text"
    name="username"
    autocomplete="username"
    .value=${email}
    readonly
    tabindex="-1"
    aria-hidden="true"
  />`;
