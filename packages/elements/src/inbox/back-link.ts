import { css, html, type TemplateResult } from 'lit';
import type { Portal } from '../state/index.ts';
import { icon, link } from '../ui/index.ts';
import { arrowLeftIcon } from '../ui/icons.ts';

/** From a conversation or a new message to the list. */
export const backLink = (portal: Portal): TemplateResult =>
  html`<p class="back">
    ${link(html`${icon(arrowLeftIcon, { mirror: true })} ${portal.i18n.t('inbox.back')}`, {
      href: portal.href('inbox'),
    })}
  </p>`;

export const backLinkStyles = css`
  .back .link {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-block-size: max(2.25em, 24px);
  }
`;
