/** What the palette promises: which colour is legible on which, for any brand. Read by the tests and the documentation. */
import type { ColorToken } from './tokens.ts';

const TEXT = 4.5; // WCAG 1.4.3
const LONG_TEXT = 7; // WCAG 1.4.6, for what people read most
const SHAPE = 3; // WCAG 1.4.11

const tones = ['success', 'warning', 'danger', 'info'] as const;
const grounds = ['surface', 'surface-raised', 'surface-sunken'] as const;
const tints = ['brand-tint', 'success-tint', 'warning-tint', 'danger-tint', 'info-tint'] as const;

const on = (ink: ColorToken, ratio: number, backgrounds: readonly ColorToken[]) =>
  backgrounds.map((ground) => [ink, ground, ratio] as const);

/** Every promised pair: foreground, background, least contrast. */
export const pairs: readonly (readonly [ink: ColorToken, ground: ColorToken, ratio: number])[] = [
  ...on('text', LONG_TEXT, [...grounds, ...tints]),
  ...on('text-muted', TEXT, [...grounds, ...tints]),
  ...on('border-strong', SHAPE, grounds),
  ...on('brand-solid', SHAPE, grounds),
  ...on('brand-hover', SHAPE, grounds),
  ...on('on-brand', TEXT, ['brand-solid', 'brand-hover']),
  ...on('brand-text', TEXT, [...grounds, 'brand-tint']),
  ...on('on-brand-tint', TEXT, ['brand-tint']),
  ...on('focus', SHAPE, [...grounds, ...tints, 'focus-inner']),
  ...tones.flatMap((tone) => [
    ...on(`${tone}-solid`, SHAPE, grounds),
    ...on(`on-${tone}`, TEXT, [`${tone}-solid`]),
    ...on(`${tone}-text`, TEXT, [...grounds, `${tone}-tint`]),
  ]),
];
