import assert from 'node:assert/strict';
import { test } from 'node:test';
import { converter, differenceCiede2000, formatHex, wcagContrast } from 'culori';
import { contrast, toHex, toOklch } from './color.ts';
import { paletteOf, type Palette } from './palette.ts';
import { pairs } from './pairs.ts';
import { colorTokens } from './tokens.ts';

const oklch = converter('oklch');

/** Evenly spread and repeatable: a multiplicative walk through all 16.7 million colours. */
const colours = Array.from({ length: 10_000 }, (_, i) => hex((i * 2_654_435_761) % 0x1000000));
const corners = [
  '#000',
  '#fff',
  '#f00',
  '#0f0',
  '#00f',
  '#ff0',
  '#0ff',
  '#f0f',
  '#808080',
  '#010101',
  '#fefefe',
];

function hex(value: number): string {
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** The promised pairs that a palette breaks, by culori's arithmetic. */
const broken = (palette: Palette) =>
  pairs.filter(([ink, ground, ratio]) => wcagContrast(palette[ink], palette[ground]) < ratio);

test('every promised pair of 10,000 brands is legible, light and dark, by culori’s arithmetic', () => {
  for (const brand of [...colours, ...corners]) {
    const { light, dark } = paletteOf(brand);
    for (const palette of [light, dark])
      assert.deepEqual(broken(palette), [], `${brand} ${JSON.stringify(palette)}`);
  }
});

test('the same check finds a palette that was spoiled', () => {
  const { light } = paletteOf('#1f4b6e');
  assert.deepEqual(broken({ ...light, 'on-brand': light['brand-solid'] }), [
    ['on-brand', 'brand-solid', 4.5],
    ['on-brand', 'brand-hover', 4.5],
  ]);
  assert.notEqual(broken({ ...light, 'text-muted': '#999999' }).length, 0);
});

test('every colour token is in some promised pair or only decorates', () => {
  const promised = new Set(pairs.flatMap(([ink, ground]) => [ink, ground]));
  assert.deepEqual(
    colorTokens.filter((token) => !promised.has(token)),
    ['border'],
  );
});

test('the palette has exactly the colour tokens, each as #rrggbb', () => {
  const { light, dark } = paletteOf('#7a1f2b');
  for (const palette of [light, dark]) {
    assert.deepEqual(Object.keys(palette).toSorted(), [...colorTokens].toSorted());
    for (const value of Object.values(palette)) assert.match(value, /^#[\da-f]{6}$/);
  }
});

test('contrast and OKLCH agree with culori', () => {
  for (const [i, one] of colours.slice(0, 2000).entries()) {
    const other = colours.at(-1 - i)!;
    assert.ok(Math.abs(contrast(one, other) - wcagContrast(one, other)) < 1e-9);
    const ours = toOklch(one);
    const theirs = oklch(one)!;
    assert.ok(Math.abs(ours.l - theirs.l) < 1e-4 && Math.abs(ours.c - theirs.c) < 1e-4, one);
    assert.equal(toHex(ours), formatHex(one), 'there and back');
  }
});

test('the brand keeps its hue: it is moved in lightness only', () => {
  for (const brand of colours.slice(0, 2000)) {
    const { h = 0, c } = oklch(brand)!;
    if (c < 0.04) continue; // too gray to have a hue
    for (const palette of Object.values(paletteOf(brand))) {
      const solid = oklch(palette['brand-solid'])!;
      if (solid.c < 0.04) continue;
      const turn = Math.abs((((solid.h ?? 0) - h + 540) % 360) - 180);
      assert.ok(turn < 6, `${brand} → ${palette['brand-solid']}: ${turn}°`);
    }
  }
});

test('a brand that is legible already is used as it is', () => {
  assert.equal(paletteOf('#1f4b6e').light['brand-solid'], '#1f4b6e');
  assert.equal(paletteOf('#7a1f2b').light['brand-solid'], '#7a1f2b');
  assert.ok(
    differenceCiede2000()(paletteOf('#ffcc00').light['brand-solid'], '#ffcc00') > 5,
    'one that is not is moved',
  );
});

test('any CSS hex is read, anything else is refused', () => {
  const { light } = paletteOf('#aabbcc');
  for (const same of ['#abc', '#ABC', '#aabbccff', '#abcf', ' #aAbBcC '])
    assert.deepEqual(paletteOf(same).light, light);
  for (const wrong of ['', 'red', '#ab', '#abcde', '#12345g', 'url(x)', '#fff;}*{color:red', 'rgb(0 0 0)']) {
    assert.throws(() => paletteOf(wrong), TypeError, wrong);
  }
});
