/**
 * The public style tokens, `--portal-<name>`: the one list that the CSS, the TypeScript types and the documentation
 * (token-docs.ts) derive from. A firm may set any of them on any ancestor; a token always wins over the palette of
 * `brand`. Inside our own styles only the resolved private twin `--_<name>` is read.
 */
import { css, unsafeCSS } from 'lit';
import { paletteOf } from './palette.ts';

/** The brand of a portal whose firm has set none: a deep, neutral blue-slate. */
export const DEFAULT_BRAND = '#1f4b6e';

/** Colours, each with a light and a dark value from the palette. */
export const colorTokens = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'text',
  'text-muted',
  'border',
  'border-strong',
  'brand-solid',
  'brand-hover',
  'on-brand',
  'brand-text',
  'brand-tint',
  'on-brand-tint',
  'focus',
  'focus-inner',
  'success-solid',
  'on-success',
  'success-text',
  'success-tint',
  'warning-solid',
  'on-warning',
  'warning-text',
  'warning-tint',
  'danger-solid',
  'on-danger',
  'danger-text',
  'danger-tint',
  'info-solid',
  'on-info',
  'info-text',
  'info-tint',
] as const;

/** Everything else, with its default. Lengths are in em, so that the portal follows the host's text size. */
export const plainTokens = {
  'font-family': 'inherit',
  'font-heading': 'inherit',
  'font-size': 'max(1em, 16px)',
  'line-height': '1.5',
  space: '1em',
  radius: '8px',
  target: '44px',
  'line-width': '1px',
  'focus-width': '3px',
  measure: '65ch',
  shadow: '0 .5em 2em rgb(0 0 0 / .2)',
  backdrop: 'rgb(0 0 0 / .5)',
  duration: '150ms',
} as const;

export type ColorToken = (typeof colorTokens)[number];
export type PlainToken = keyof typeof plainTokens;
export type Token = ColorToken | PlainToken;

/** `--portal-…`, for a typed `style` object or a JSX type. */
export type TokenProperty = `--portal-${Token}`;

/**
 * Both sides of a colour in one value. `light-dark()` follows the used color-scheme of the element, not the system's
 * setting; a browser without it (before Chrome 123, Safari 17.5, Firefox 120) stays light, which is legible too.
 */
const lightDark = !globalThis.CSS?.supports || CSS.supports('color', 'light-dark(#000,#fff)');
const dual = (light: string, dark: string) => (lightDark ? `light-dark(${light},${dark})` : light);

/** Declarations that carry the palette of a brand to every element inside. Throws a TypeError for a colour that is none. */
export function paletteDeclarations(brand: string): string {
  const { light, dark } = paletteOf(brand);
  return colorTokens.map((name) => `--_auto-${name}:${dual(light[name], dark[name])};`).join('');
}

const standard = paletteOf(DEFAULT_BRAND);

/** `--_<name>`: the firm's token, else the palette of the nearest `brand`, else our default. */
export const resolvedTokens = [
  ...colorTokens.map(
    (name) =>
      `--_${name}:var(--portal-${name},var(--_auto-${name},${dual(standard.light[name], standard.dark[name])}));`,
  ),
  ...Object.entries(plainTokens).map(([name, value]) => `--_${name}:var(--portal-${name},${value});`),
  lightDark ? '' : 'color-scheme:light !important;', // the browser's own controls too
].join('');

/** Gives every element its own resolved tokens. */
export const tokenStyles = css`
  :host {
    ${unsafeCSS(resolvedTokens)}
  }
`;
