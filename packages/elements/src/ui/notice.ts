import { css, html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import type { Content } from './content.ts';
import { icon } from './icon.ts';
import { circleAlertIcon, circleCheckIcon, infoIcon, triangleAlertIcon } from './icons.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

export interface NoticeOptions {
  readonly tone?: NoticeTone;
  readonly title?: Content;
  readonly action?: Content;
}

const icons: Record<NoticeTone, IconNode> = {
  info: infoIcon,
  success: circleCheckIcon,
  warning: triangleAlertIcon,
  danger: circleAlertIcon,
};

/** A message that stays where it matters; never a toast. Failures are read out at once, the rest when there is time. */
export function notice(body: Content, { tone = 'info', title, action }: NoticeOptions = {}): TemplateResult {
  const name = `notice notice--${tone}`;
  return html`<div class=${name} part=${name} role=${tone === 'danger' ? 'alert' : 'status'}>
    ${icon(icons[tone])}
    <div class="notice__body" part="notice__body">
      ${title ? html`<p class="notice__title" part="notice__title">${title}</p>` : nothing}
      <div>${body}</div>
      ${action ?? nothing}
    </div>
  </div>`;
}

export const noticeStyles = css`
  .notice {
    display: flex;
    gap: 0.75em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid;
    border-radius: calc(var(--_radius) * 0.5);
    color: var(--_text);
  }
  .notice > .icon {
    margin-block-start: 0.125em;
  }
  .notice__body {
    display: grid;
    gap: 0.25em;
    justify-items: start;
    min-inline-size: 0;
  }
  .notice__title {
    font-weight: 600;
  }
  .notice--info {
    background-color: var(--_info-tint);
    border-color: var(--_info-solid);
  }
  .notice--info > .icon {
    color: var(--_info-text);
  }
  .notice--success {
    background-color: var(--_success-tint);
    border-color: var(--_success-solid);
  }
  .notice--success > .icon {
    color: var(--_success-text);
  }
  .notice--warning {
    background-color: var(--_warning-tint);
    border-color: var(--_warning-solid);
  }
  .notice--warning > .icon {
    color: var(--_warning-text);
  }
  .notice--danger {
    background-color: var(--_danger-tint);
    border-color: var(--_danger-solid);
  }
  .notice--danger > .icon {
    color: var(--_danger-text);
  }
`;
