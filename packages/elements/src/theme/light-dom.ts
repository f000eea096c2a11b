/**
 * Styles for the few elements that must live in light DOM (password managers and card fields cannot see into shadow
 * roots), where every rule of the host's website applies to them too.
 */
import { css, type CSSResult } from 'lit';
import { elements, text } from './base.ts';
import { tokenStyles } from './tokens.ts';

/**
 * Everything inside is put back to the browser's own style before ours is laid on. The shapes of an icon keep their
 * attributes, which count as style of the author too; of them only what would show is reset.
 */
const reset = css`
  :where(:host) :where(*:not(svg *)),
  :where(:host) :where(*:not(svg *))::before,
  :where(:host) :where(*:not(svg *))::after {
    all: revert;
  }
  :where(:host) :where(svg *) {
    display: inline;
    visibility: inherit;
    opacity: 1;
    color: inherit;
    fill: inherit;
    stroke: inherit;
    stroke-width: inherit;
    stroke-dasharray: none;
    filter: none;
    transform: none;
    transition: none;
    animation: none;
  }
`;

const place = css`
  :host {
    display: block;
    position: relative;
    container-type: inline-size;
    min-inline-size: min(100%, 18em);
  }
`;

const adopted = new WeakMap<Document | ShadowRoot, Map<string, Set<CSSResult>>>();

/**
 * Adopts styles written for a shadow root (`:host`, plain selectors) into the root that `element` is connected to,
 * scoped to its tag name. Call it from `connectedCallback`, and for what is fetched later; nothing is adopted twice.
 *
 * Each declaration becomes `!important` inside a cascade layer: important layered rules beat any rule of the host,
 * however specific, even `button { … !important }` (CSS Cascade 5 §6.4.4), and still order among themselves as usual.
 */
export function adoptLightStyles(element: Element, styles: readonly CSSResult[]): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!root.adoptedStyleSheets) return; // not connected
  const tags = adopted.get(root) ?? new Map<string, Set<CSSResult>>();
  adopted.set(root, tags);
  const tag = element.localName;
  const known = tags.get(tag) ?? new Set();
  tags.set(tag, known);
  const missing = [tokenStyles, reset, place, text, elements, ...styles].filter((one) => !known.has(one));
  if (!missing.length) return;
  for (const one of missing) known.add(one);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, scoped(tag, missing)];
}

function scoped(tag: string, styles: readonly CSSResult[]): CSSStyleSheet {
  const outside: string[] = []; // @keyframes cannot be nested, and have no priority
  const inside: string[] = [];
  for (const { cssText } of styles) {
    for (const rule of parse(cssText).cssRules) {
      if (rule instanceof CSSKeyframesRule) outside.push(rule.cssText);
      else inside.push(important(rule.cssText));
    }
  }
  const nested = inside.join('').replace(/:host(?:\(([^)]*)\))?/g, '&$1');
  return parse(`@layer portal-${tag}{${tag}{${nested}}}${outside.join('')}`);
}

/** The serialiser of CSSOM ends every declaration with `;`, and our styles hold none inside a value. */
const important = (cssText: string) => cssText.replace(/(?: !important)?;/g, ' !important;');

function parse(cssText: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
