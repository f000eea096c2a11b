import { html, nothing, type TemplateResult } from 'lit';
import type { Portal } from '../state/index.ts';
import { button, icon, link, row, type Content } from '../ui/index.ts';
import { chevronDownIcon, circleCheckIcon, circleIcon } from '../ui/icons.ts';
import type { Step, Tickable } from './steps.ts';

export interface StepRowOptions {
  /** The link of the step was followed. */
  readonly follow: (event: MouseEvent) => void;
  /** The person says that it is done. */
  readonly tick: (what: Tickable) => void;
  /** The words of its button while it is saved. */
  readonly busy: string | false;
}

/** A first step: what is done is plain text; the others lead to where it is done, or say how. */
export function stepRow(portal: Portal, step: Step, { follow, tick, busy }: StepRowOptions): TemplateResult {
  const { i18n } = portal;
  const { key, done, place, ticks, says } = step;
  const title = i18n.t(`checklist.${key}`);
  if (done) return row({ title, icon: circleCheckIcon, meta: i18n.t('checklist.done') });
  if (place) return row({ title, icon: circleIcon, href: portal.href(place), click: follow });
  if (!ticks || !says) return row({ title, icon: circleIcon });
  return html`<li class="list__item" part="list__item">
    <details class="how" part="how">
      <summary class="row" part="row">
        ${icon(circleIcon)} <span class="row__words"><span class="row__title">${title}</span></span>
        ${icon(chevronDownIcon)}
      </summary>
      <div class="how__body" part="how__body">
        ${key === 'bookmark' ? bookmarking(portal) : nothing}
        ${button(i18n.t(says), { busy, click: () => tick(ticks) })}
      </div>
    </details>
  </li>`;
}

/** How it is done; and where people may be watched, what it gives away. */
function bookmarking(portal: Portal): Content {
  const { i18n, firm } = portal;
  const home = link(i18n.t('checklist.bookmark-home'), { href: portal.href('dashboard') });
  return html`<p>${i18n.rich('checklist.bookmark-how', { home })}</p>
    <p>${i18n.t('checklist.bookmark-phone')}</p>
    ${firm?.safety ? html`<p>${i18n.t('checklist.bookmark-safety')}</p>` : nothing}`;
}
