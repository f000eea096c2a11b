import { css, html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import type { Content } from './content.ts';
import { icon } from './icon.ts';
import { circleAlertIcon, circleCheckIcon, infoIcon, triangleAlertIcon } from './icons.ts';
import type { Tone } from './tone.ts';

export type NoticeTone = Exclude<Tone, 'neutral' | 'brand'>;

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
  return html`<div class="${name} tone--${tone}" part=${name} role=${tone === 'danger' ? 'alert' : 'status'}>
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
    border-inline-start: 4px solid var(--_edge);
    background-color: var(--_tint);
    border-radius: calc(var(--_radius) * 0.5);
    color: var(--_text);
  }
  .notice > .icon {
    color: var(--_ink);
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
`;
