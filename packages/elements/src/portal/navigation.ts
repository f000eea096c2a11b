import { css, html, nothing, type TemplateResult } from 'lit';
import type { Counts } from '@casefront/core/contract/notifications';
import type { Portal } from '../state/index.ts';
import { badge, icon } from '../ui/index.ts';
import type { Section } from './sections.ts';

export interface NavigationOptions {
  readonly sections: readonly Section[];
  readonly current: Section | undefined;
  readonly counts: Counts | undefined;
}

/** The sections of the portal: beside the content where it is wide, a bar below it on a phone. */
export const navigation = (
  portal: Portal,
  { sections, current, counts }: NavigationOptions,
): TemplateResult =>
  html`<nav class="nav" part="nav" aria-label=${portal.i18n.t('nav.label')}>
    <ul class="nav__list" role="list">
      ${sections.map((section) => entry(portal, section, section === current, counts))}
    </ul>
  </nav>`;

function entry(
  portal: Portal,
  section: Section,
  isCurrent: boolean,
  counts: Counts | undefined,
): TemplateResult {
  const { i18n } = portal;
  const unseen = section.counts ? (counts?.[section.counts] ?? 0) : 0;
  const name = isCurrent ? 'nav__link nav__link--current' : 'nav__link';
  return html`<li>
    <a class=${name} part=${name} href=${portal.href(section.name)} aria-current=${isCurrent ? 'page' : nothing}>
      ${icon(section.icon)}<span class="nav__words">${i18n.t(section.label)}</span>${badge(i18n, unseen)}
    </a>
  </li>`;
}

export const navigationStyles = css`
  .nav__list {
    display: grid;
    gap: 0.25em;
  }
  .nav__link {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: max(2.75em, var(--_target));
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
    color: var(--_text);
    text-decoration: none;
  }
  .nav__link > .icon {
    color: var(--_text-muted);
  }
  @media (hover: hover) {
    .nav__link:hover {
      background-color: var(--_surface-sunken);
    }
  }
  .nav__link--current,
  .nav__link--current:hover {
    background-color: var(--_brand-tint);
    color: var(--_on-brand-tint);
    font-weight: 600;
  }
  .nav__link--current > .icon {
    color: inherit;
  }
  .nav__link > .badge {
    margin-inline-start: auto;
  }
  @container (min-width: 48em) {
    .nav {
      padding: 1em 0.75em;
      border-inline-end: var(--_line-width) solid var(--_border);
    }
    .nav__list {
      position: sticky;
      inset-block-start: 1em;
    }
  }
  @container (max-width: 47.99em) {
    .nav {
      position: sticky;
      z-index: 1;
      inset-block-end: 0;
      padding-block-end: env(safe-area-inset-bottom, 0);
      border-block-start: var(--_line-width) solid var(--_border);
      background-color: var(--_surface);
    }
    .nav__list {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: 0;
    }
    .nav__link {
      position: relative;
      flex-direction: column;
      gap: 0.125em;
      justify-content: center;
      padding: 0.5em 0.25em;
      border-block-start: 3px solid transparent;
      border-radius: 0;
      line-height: 1.25;
      text-align: center;
    }
    .nav__words {
      font-size: 0.875em;
    }
    .nav__link--current,
    .nav__link--current:hover {
      border-color: currentColor;
      background-color: transparent;
    }
    .nav__link > .badge {
      position: absolute;
      inset-block-start: 0.25em;
      inset-inline-start: calc(50% + 0.875em);
      margin: 0;
    }
    .nav__link:focus-visible {
      outline-offset: calc(var(--_focus-width) * -1);
      box-shadow: none;
    }
  }
  @media (forced-colors: active) {
    .nav__link--current {
      outline: 2px solid;
      outline-offset: -2px;
    }
  }
  @media print {
    .nav {
      display: none;
    }
  }
`;
