/**
 * Just enough colour science for the palette: sRGB hex ⇄ OKLCH, gamut mapping, WCAG contrast.
 * Matrices: Björn Ottosson, https://bottosson.github.io/posts/oklab/. Checked against culori in palette.node.test.ts.
 */

/** Lightness 0–1, chroma 0–~.4, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Red, green, blue, each 0–1 (outside that range: outside the sRGB gamut). */
type Rgb = readonly [number, number, number];

const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** Reads `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa` (alpha is dropped). Throws a TypeError for anything else. */
export function parseHex(hex: string): Rgb {
  const digits = /^#(?:([\da-f]{3})[\da-f]?|([\da-f]{6})(?:[\da-f]{2})?)$/i.exec(hex.trim());
  if (!digits) throw new TypeError(`Not a CSS hex colour: "${hex}"`);
  const [, short, long] = digits;
  const full = long ?? short!.replace(/./g, '$&$&');
  const channel = (at: number) => parseInt(full.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

export function toOklch(hex: string): Oklch {
  const [r, g, b] = parseHex(hex).map(toLinear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

function toRgb({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toGamma(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S),
    toGamma(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S),
    toGamma(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S),
  ];
}

const inGamut = (rgb: Rgb) => rgb.every((v) => v > -0.0005 && v < 1.0005);

/** The nearest sRGB colour of the same lightness and hue: chroma is lowered until it fits. `#rrggbb`. */
export function toHex(colour: Oklch): string {
  let rgb = toRgb(colour);
  if (!inGamut(rgb)) {
    let [low, high] = [0, colour.c];
    for (let i = 0; i < 12; i++) {
      const c = (low + high) / 2;
      if (inGamut(toRgb({ ...colour, c }))) low = c;
      else high = c;
    }
    rgb = toRgb({ ...colour, c: low });
  }
  const byte = (v: number) => Math.round(Math.min(1, Math.max(0, v)) * 255);
  return '#' + rgb.map((v) => byte(v).toString(16).padStart(2, '0')).join('');
}

/** Relative luminance of a hex colour, 0–1 (WCAG 2.2), on the rounded 8-bit value that a screen shows. */
export function luminance(hex: string): number {
  const [r, g, b] = parseHex(hex).map(toLinear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two luminances, 1–21. */
export const ratio = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Contrast ratio of two hex colours, 1–21. */
export const contrast = (one: string, other: string) => ratio(luminance(one), luminance(other));
