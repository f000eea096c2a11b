import { css, html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import type { Content } from './content.ts';
import { icon as drawn } from './icon.ts';
import { chevronRightIcon } from './icons.ts';
import { safeUrl } from './url.ts';

export interface RowOptions {
  readonly title: Content;
  /** Where the row leads; the whole row is the link. Without it the row is plain text. */
  readonly href?: string | undefined;
  readonly click?: ((event: MouseEvent) => void) | undefined;
  /** A line or two below the title. */
  readonly text?: Content;
  /** What stands at the end: a date, an amount. */
  readonly meta?: Content;
  /** Tags. */
  readonly status?: Content;
  readonly icon?: IconNode;
  /** Title in bold. Say it in a tag as well: weight alone is not read out. */
  readonly unseen?: boolean;
}

/** A list of `row`s, hairlines between them. `label` names it where no heading does. */
export const list = (rows: readonly TemplateResult[], { label }: { label?: string } = {}): TemplateResult =>
  html`<ul class="list" part="list" role="list" aria-label=${label ?? nothing}>
    ${rows}
  </ul>`;

/** One entry, at least 56px high. */
export function row(options: RowOptions): TemplateResult {
  const { href, click, unseen } = options;
  const name = unseen ? 'row row--unseen' : 'row';
  const inside = content(options);
  return html`<li class="list__item" part="list__item">
    ${
      href === undefined
        ? html`<div class=${name} part=${name}>${inside}</div>`
        : html`<a class="${name} row--link" part=${name} href=${safeUrl(href) ?? nothing} @click=${click ?? nothing}>
          ${inside} ${drawn(chevronRightIcon, { mirror: true })}
        </a>`
    }
  </li>`;
}

function content({ title, text, meta, status, icon }: RowOptions): TemplateResult {
  return html`${icon ? drawn(icon) : nothing}
    <span class="row__words">
      <span class="row__main" part="row__main">
        <span class="row__title" part="row__title">${title}</span>
        ${text ? html`<span class="row__text" part="row__text">${text}</span>` : nothing}
      </span>
      ${
        status || meta
          ? html`<span class="row__aside" part="row__aside">
            ${status ? html`<span class="row__status" part="row__status">${status}</span>` : nothing}
            ${meta ? html`<span class="row__meta" part="row__meta">${meta}</span>` : nothing}
          </span>`
          : nothing
      }
    </span>`;
}

export const listStyles = css`
  .list__item + .list__item {
    border-block-start: var(--_line-width) solid var(--_border);
  }
  .row {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: max(3.5em, var(--_target));
    padding-block: 0.75em;
    color: var(--_text);
    text-decoration: none;
  }
  .row > .icon {
    color: var(--_text-muted);
  }
  .row--link:hover {
    background-color: var(--_surface-sunken);
    box-shadow:
      -0.5em 0 var(--_surface-sunken),
      0.5em 0 var(--_surface-sunken);
  }
  .row--link:hover .row__title {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .row__words {
    display: flex;
    flex: 1;
    gap: 0.25em 1em;
    align-items: center;
    min-inline-size: 0;
  }
  .row__main {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .row--link .row__title {
    color: var(--_brand-text);
  }
  .row--unseen .row__title {
    font-weight: 600;
  }
  .row__text,
  .row__meta {
    color: var(--_text-muted);
  }
  .row__aside {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    justify-content: flex-end;
    max-inline-size: 45%;
    text-align: end;
  }
  @container (max-width: 30em) {
    .row__words {
      flex-direction: column;
      align-items: stretch;
    }
    .row__aside {
      justify-content: flex-start;
      max-inline-size: none;
      text-align: start;
    }
  }
`;
