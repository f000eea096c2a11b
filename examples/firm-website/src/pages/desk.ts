import { html } from '../html.ts';
import type { Page } from '../layout.ts';

export const desk: Page = {
  title: 'Staff desk',
  styles: ['pages', 'desk'],
  body: html`<div class="firm column page"><h1>Staff desk</h1></div>`,
};
