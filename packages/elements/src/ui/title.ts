import { css, type TemplateResult } from 'lit';
import type { Content } from './content.ts';
import { heading } from './section.ts';

/** Level of an element's first heading; its parts are one below. Two unless the host says otherwise. */
export type HeadingLevel = 1 | 2 | 3;

/** What a whole screen is called. */
export const title = (level: HeadingLevel, words: Content): TemplateResult =>
  heading(level, words, { id: 'title', name: 'title' });

/** Begins reading at the title, after a change of what is shown. The page does not scroll there by itself. */
export function focusTitle(root: DocumentFragment | HTMLElement, options?: FocusOptions): void {
  const element = root.querySelector<HTMLElement>('.title');
  if (!element) return;
  element.tabIndex = -1;
  element.focus(options);
}

/** The level of the parts below a title. */
export const below = (level: HeadingLevel) => (level + 1) as 2 | 3 | 4;

export const titleStyles = css`
  .title {
    font-size: 1.75em;
    scroll-margin-block-start: 1em;
  }
`;
