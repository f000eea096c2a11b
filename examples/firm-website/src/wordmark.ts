import { firm } from './firm.ts';
import { html } from './html.ts';

/** The firm's mark: a light on a headland above the waterline, and the name set in type. */
export const wordmark = html`<svg class="mark" viewBox="0 0 36 40" width="36" height="40" aria-hidden="true" focusable="false">
  <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round">
    <path d="M15 27l1.6-15h4.8L23 27M15.2 12h7.6M16.8 12V8.5h4.4V12M16.5 8.5L19 5.5l2.5 3"/>
    <path d="M6 30c3.5-3.5 7-3 13-3s9.5-.5 13 3"/>
    <path d="M2 34.5c4-2 6-2 8 0s4 2 8 0 6-2 8 0 4 2 8 0"/>
  </g>
  <path class="mark-beam" d="M14 9.5L2 5.5v8z"/>
</svg><span class="site-name-words">${firm.name.split(' ')[0]} <span>${firm.name.split(' ')[1]}</span></span>`;
