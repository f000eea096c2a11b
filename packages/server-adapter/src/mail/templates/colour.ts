/** The colour of the buttons when a firm has none that can be read. */
const fallback = '#1f4b6e';

/** The firm's colour as `#rrggbb`, and black or white, whichever reads better on it: always 4.5:1 or more (WCAG 1.4.3). */
export function brandPair(brand: string): { brand: string; on: '#ffffff' | '#000000' } {
  const colour = /^#[0-9a-f]{6}$/i.test(brand) ? brand.toLowerCase() : fallback;
  const luminance = relativeLuminance(colour);
  return { brand: colour, on: 1.05 / (luminance + 0.05) >= 4.5 ? '#ffffff' : '#000000' };
}

/** WCAG 2.2's relative luminance, 0 for black to 1 for white. */
export function relativeLuminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const linear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
