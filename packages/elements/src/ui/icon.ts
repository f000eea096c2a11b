import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';

type Shape = (attributes: Record<string, string | number | undefined>) => TemplateResult<2>;

/** The shapes that lucide draws with; a template per tag, since a tag name cannot be an expression. */
const shapes: Record<string, Shape> = {
  path: ({ d }) => svg`<path d=${d}></path>`,
  circle: ({ cx, cy, r }) => svg`<circle cx=${cx} cy=${cy} r=${r}></circle>`,
  line: ({ x1, x2, y1, y2 }) => svg`<line x1=${x1} x2=${x2} y1=${y1} y2=${y2}></line>`,
  rect: ({ x, y, width, height, rx }) =>
    svg`<rect x=${x ?? 0} y=${y ?? 0} width=${width} height=${height} rx=${rx ?? 0}></rect>`,
  polyline: ({ points }) => svg`<polyline points=${points}></polyline>`,
};

/**
 * An icon beside words; it never carries the meaning alone, so assistive technology does not see it.
 * `mirror` turns one that points along the line of reading where that runs from right to left.
 */
export const icon = (node: IconNode, { mirror = false } = {}): TemplateResult =>
  html`<svg class=${mirror ? 'icon icon--mirror' : 'icon'} part="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${node.map(([tag, attributes]) => shapes[tag]?.(attributes as Parameters<Shape>[0]) ?? nothing)}
  </svg>`;

export const iconStyles = css`
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon--mirror:dir(rtl) {
    transform: scaleX(-1);
  }
`;
