import { css, html, nothing, type TemplateResult } from 'lit';
import type { Content } from './content.ts';

export interface SectionOptions {
  /** Unique in the root. */
  readonly id: string;
  readonly title: Content;
  /** Level of the heading, 2 unless told. */
  readonly level?: 1 | 2 | 3 | 4;
  /** A link or button beside the heading. */
  readonly action?: Content;
}

/** A heading of a level that is only known at run time. */
export function heading(
  level: 1 | 2 | 3 | 4,
  words: Content,
  { id, name = 'heading' }: { id?: string; name?: string } = {},
): TemplateResult {
  const named = id ?? nothing;
  if (level === 1) return html`<h1 class=${name} part=${name} id=${named}>${words}</h1>`;
  if (level === 2) return html`<h2 class=${name} part=${name} id=${named}>${words}</h2>`;
  if (level === 3) return html`<h3 class=${name} part=${name} id=${named}>${words}</h3>`;
  return html`<h4 class=${name} part=${name} id=${named}>${words}</h4>`;
}

/** A titled part of a page. */
export const section = ({ id, title, level = 2, action }: SectionOptions, body: Content): TemplateResult =>
  html`<section class="section" part="section" aria-labelledby=${id}>
    <div class="section__header" part="section__header">
      ${heading(level, title, { id, name: 'section__title' })} ${action ?? nothing}
    </div>
    ${body}
  </section>`;

/** A raised box for one thing that stands apart. Never inside another one. */
export const card = (body: Content): TemplateResult => html`<div class="card" part="card">${body}</div>`;

export const sectionStyles = css`
  .section {
    display: grid;
    gap: 0.75em;
    align-content: start;
    min-inline-size: 0;
  }
  .section__header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: baseline;
    justify-content: space-between;
  }
  .card {
    display: grid;
    gap: 0.75em;
    min-inline-size: 0;
    padding: var(--_space);
    border: var(--_line-width) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background-color: var(--_surface-raised);
  }
  @container (min-width: 30em) {
    .card {
      padding: calc(var(--_space) * 1.5);
    }
  }
`;
