/**
 * Look: `base` styles for every element, `adoptLightStyles` for those in light DOM, `applyBrand` for the one colour a
 * firm sets, and the `--portal-*` tokens. Read `--_<token>` in styles, never `--portal-<token>`.
 */
export { addStyles } from './add-styles.ts';
export { base } from './base.ts';
export { applyBrand } from './brand.ts';
export { cssVars } from './css-vars.ts';
export { adoptLightStyles } from './light-dom.ts';
export { paletteOf, type Palette } from './palette.ts';
export { DEFAULT_BRAND, type ColorToken, type Token, type TokenProperty } from './tokens.ts';
