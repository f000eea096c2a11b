import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';

/** The bubble of a navigation entry: “3”, read out as “3 new”. Nothing for zero; at most `99+`. */
export const badge = (i18n: I18n, count: number): TemplateResult | typeof nothing =>
  count > 0
    ? html`<span class="badge" part="badge"
        ><span aria-hidden="true">${count > 99 ? i18n.t('common.max', { max: 99 }) : count}</span
        ><span class="visually-hidden"> ${i18n.t('nav.new', { count })}</span></span
      >`
    : nothing;

export const badgeStyles = css`
  .badge {
    display: inline-block;
    min-inline-size: 1.5em;
    padding-inline: 0.375em;
    border-radius: 1em;
    background-color: var(--_danger-solid);
    color: var(--_on-danger);
    font-size: 0.8125em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.5em;
    text-align: center;
  }
  @media (forced-colors: active) {
    .badge {
      outline: 1px solid;
    }
  }
`;
