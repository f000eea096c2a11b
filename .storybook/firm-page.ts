/** The page of the firm around a story: language, direction, theme and width as the toolbar says. */
import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import './firm-page.css';

export const firmPage: Decorator = (story, { globals }) => {
  const { scheme, lang, dir, width } = globals;
  const page = document.documentElement;
  page.lang = String(lang);
  page.dir = String(dir);
  page.dataset['scheme'] = String(scheme);
  return html`<div class="firm-page" data-width=${String(width)}>${story()}</div>`;
};
