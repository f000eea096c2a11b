/** A whole palette, light and dark, from one brand colour. Every pair in pairs.ts meets WCAG 2.2 AA for any brand. */
import { contrast, luminance, ratio, toHex, toOklch } from './color.ts';
import type { ColorToken } from './tokens.ts';

/** One `#rrggbb` per colour token. */
export type Palette = Readonly<Record<ColorToken, string>>;

const TEXT = 4.5; // WCAG 1.4.3
const SHAPE = 3; // WCAG 1.4.11

/** Lightness of each neutral; their hue is the brand's, their chroma hardly visible. */
const neutrals = {
  light: { surface: 1, raised: 0.985, sunken: 0.96, border: 0.89, muted: 0.5, text: 0.25, tint: 0.955 },
  dark: { surface: 0.19, raised: 0.225, sunken: 0.265, border: 0.36, muted: 0.72, text: 0.95, tint: 0.28 },
};

/** Hue and chroma of the four tones; traffic-light hues that stay apart for most colour-blind readers. */
const tones = { success: [150, 0.12], warning: [72, 0.12], danger: [27, 0.17], info: [245, 0.11] } as const;

/**
 * The light and dark palette of a brand.
 * @param brand any CSS hex colour (`#rgb`, `#rrggbb`, with or without alpha, which is ignored)
 * @throws TypeError when it is not one
 */
export function paletteOf(brand: string): { readonly light: Palette; readonly dark: Palette } {
  const { l, c, h } = toOklch(brand);
  return { light: side('light', l, c, h), dark: side('dark', l, c, h) };
}

function side(mode: 'light' | 'dark', l: number, c: number, h: number): Palette {
  const n = neutrals[mode];
  const away = mode === 'light' ? -1 : 1; // the direction that leaves the surfaces
  const end = mode === 'light' ? 0 : 1;
  const gray = (lightness: number, chroma = Math.min(c, mode === 'light' ? 0.007 : 0.012)) =>
    toHex({ l: lightness, c: chroma, h });
  const surface = gray(n.surface);
  const raised = gray(n.raised);
  const sunken = gray(n.sunken);
  const surfaces = [surface, raised, sunken];
  const black = toHex({ l: 0.16, c: Math.min(c, 0.02), h });

  /** Moves only in lightness, away from the surfaces, to the nearest value that `fits`. */
  const move = (from: number, chroma: number, hue: number, fits: (hex: string) => boolean) => {
    let at = from;
    let hex = toHex({ l: at, c: chroma, h: hue });
    while (!fits(hex) && at !== end) {
      at = Math.min(1, Math.max(0, at + away * 0.01));
      hex = toHex({ l: at, c: chroma, h: hue });
    }
    return { hex, l: at };
  };
  const clear = (least: number, ...grounds: string[]) => {
    const lights = grounds.map(luminance);
    return (hex: string) => {
      const light = luminance(hex);
      return lights.every((ground) => ratio(light, ground) >= least);
    };
  };
  const edged = clear(SHAPE, ...surfaces);
  const inkOn = (hex: string) => ['#ffffff', black].find((ink) => contrast(ink, hex) >= TEXT);

  /** The four colours of a hue: a solid with its ink, a text, a tint. */
  const ramp = (from: number, chroma: number, hue: number) => {
    const tint = toHex({ l: n.tint, c: Math.min(chroma, mode === 'light' ? 0.018 : 0.045), h: hue });
    const solid = move(from, chroma, hue, (hex) => edged(hex) && inkOn(hex) !== undefined);
    const on = inkOn(solid.hex)!;
    const text = move(from, chroma, hue, clear(TEXT, ...surfaces, tint)).hex;
    return { solid, on, text, tint };
  };

  /** A little darker or lighter than the solid, whichever keeps both its ink and its edge legible. */
  const hoverOf = ({ solid, on }: ReturnType<typeof ramp>) => {
    const toward = on === '#ffffff' ? -1 : 1;
    const steps = [0.06, 0.045, 0.03].flatMap((step) => [step * toward, step * -toward]);
    const hexes = steps.map((step) => toHex({ l: Math.min(1, Math.max(0, solid.l + step)), c, h }));
    return hexes.find((hex) => edged(hex) && contrast(hex, on) >= TEXT) ?? solid.hex;
  };

  const main = ramp(l, c, h);
  const tints = [main.tint];
  const palette: Record<string, string> = {};
  for (const [name, [hue, chroma]] of Object.entries(tones)) {
    const tone = ramp(mode === 'light' ? 0.55 : 0.68, chroma, hue);
    tints.push(tone.tint);
    palette[`${name}-solid`] = tone.solid.hex;
    palette[`on-${name}`] = tone.on;
    palette[`${name}-text`] = tone.text;
    palette[`${name}-tint`] = tone.tint;
  }
  return {
    ...palette,
    surface,
    'surface-raised': raised,
    'surface-sunken': sunken,
    text: gray(n.text),
    'text-muted': move(n.muted, Math.min(c, 0.02), h, clear(TEXT, ...surfaces, ...tints)).hex,
    border: gray(n.border),
    'border-strong': move(0.62, Math.min(c, 0.02), h, edged).hex,
    'brand-solid': main.solid.hex,
    'brand-hover': hoverOf(main),
    'on-brand': main.on,
    'brand-text': main.text,
    'brand-tint': main.tint,
    'on-brand-tint': move(l, c, h, clear(7, main.tint)).hex,
    focus: move(l, c, h, clear(SHAPE, ...surfaces, ...tints)).hex,
    'focus-inner': surface,
  } as Palette;
}
