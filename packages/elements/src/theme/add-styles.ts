import type { CSSResult, ReactiveElement } from 'lit';
import { adoptLightStyles } from './light-dom.ts';

/** The styles of a part that is fetched when it is needed, for an element that is on the page already. */
export function addStyles(host: ReactiveElement, ...styles: readonly CSSResult[]): void {
  const { renderRoot } = host;
  if (!(renderRoot instanceof ShadowRoot)) return adoptLightStyles(host, styles);
  const sheets = styles.map(({ styleSheet }) => styleSheet!);
  renderRoot.adoptedStyleSheets = [...new Set([...renderRoot.adoptedStyleSheets, ...sheets])];
}
