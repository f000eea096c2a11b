import { emulateMedia } from '@web/test-runner-commands';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { button, ui } from '../ui/index.ts';
import { applyBrand, base, cssVars, paletteOf } from './index.ts';

class Themed extends LitElement {
  static override styles = [...base, ...ui];
  override render = () => html`${button('Save', { kind: 'primary' })}<slot></slot>`;
}
customElements.define('themed-one', Themed);

const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
const ground = (element: Element) => getComputedStyle(element).backgroundColor;
const solid = (element: Themed) => ground(element.renderRoot.querySelector('button')!);
const make = (template = html`<themed-one></themed-one>`) => fixture<Themed>(template);
const root = document.documentElement.style;
const standard = paletteOf('#1f4b6e');

describe('theme', () => {
  afterEach(async () => {
    root.cssText = '';
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  it('follows the color-scheme of the page, not of the system', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const element = await make();
    expect(ground(element), 'a page that says nothing is light').to.equal(rgb(standard.light.surface));
    root.colorScheme = 'light dark';
    expect(ground(element), 'a page that leaves it to the system').to.equal(rgb(standard.dark.surface));
    root.colorScheme = 'light';
    expect(ground(element)).to.equal(rgb(standard.light.surface));
  });

  it('is dark or light where the attribute says so', async () => {
    const element = await make(html`<themed-one color-scheme="dark"></themed-one>`);
    expect(ground(element)).to.equal(rgb(standard.dark.surface));
    root.colorScheme = 'dark';
    element.setAttribute('color-scheme', 'light');
    expect(ground(element)).to.equal(rgb(standard.light.surface));
  });

  it('takes a brand, for itself and everything inside', async () => {
    root.setProperty('--portal-duration', '0s');
    const outer = await make(html`<themed-one><themed-one></themed-one></themed-one>`);
    applyBrand(outer.renderRoot as ShadowRoot, '#7a1f2b');
    const { light, dark } = paletteOf('#7a1f2b');
    const inner = outer.querySelector<Themed>('themed-one')!;
    expect([solid(outer), solid(inner)]).to.deep.equal([
      rgb(light['brand-solid']),
      rgb(light['brand-solid']),
    ]);
    outer.setAttribute('color-scheme', 'dark');
    expect(solid(inner)).to.equal(rgb(dark['brand-solid']));
    applyBrand(outer.renderRoot as ShadowRoot, undefined);
    outer.setAttribute('color-scheme', 'light');
    expect(solid(outer)).to.equal(rgb(standard.light['brand-solid']));
  });

  it('a token of the firm wins over the palette, from any ancestor', async () => {
    root.setProperty('--portal-brand-solid', 'rgb(1, 2, 3)');
    const element = await make();
    applyBrand(element.renderRoot as ShadowRoot, '#7a1f2b');
    expect(solid(element)).to.equal('rgb(1, 2, 3)');
  });

  it('a colour that is none leaves the default, and says so', async () => {
    const element = await make();
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void warnings.push(words[0]);
    try {
      applyBrand(element.renderRoot as ShadowRoot, 'red}*{color:red');
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
    expect(solid(element)).to.equal(rgb(standard.light['brand-solid']));
  });

  it('inherits the font and the text size of the page, and never goes under 16px', async () => {
    root.cssText = 'font: 20px Georgia, serif';
    const element = await make();
    const style = () => getComputedStyle(element.renderRoot.querySelector('button')!);
    expect([style().fontFamily, style().fontSize]).to.deep.equal(['Georgia, serif', '20px']);
    root.fontSize = '10px';
    expect(style().fontSize).to.equal('16px');
  });

  it('does not collapse in a flex row, and hides with its parent', async () => {
    const parent = await fixture<HTMLElement>(html`<div><themed-one></themed-one></div>`);
    parent.style.cssText = 'display:flex;inline-size:500px';
    const [element] = parent.children as unknown as [Themed];
    expect(element.offsetWidth).to.equal(500);
    parent.style.visibility = 'hidden';
    expect(getComputedStyle(element.renderRoot.querySelector('button')!).visibility).to.equal('hidden');
    element.hidden = true;
    expect(element.offsetHeight).to.equal(0);
  });

  it('shows no motion to those who asked for none', async () => {
    const element = await make();
    const duration = () => getComputedStyle(element.renderRoot.querySelector('button')!).transitionDuration;
    expect(duration()).to.equal('0.15s');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(parseFloat(duration())).to.be.lessThan(0.001);
  });

  it('shows the focus as an outline, in forced colours too', async () => {
    const element = await make();
    const inner = element.renderRoot.querySelector('button')!;
    inner.focus({ focusVisible: true } as FocusOptions);
    expect(getComputedStyle(inner).outline).to.include('solid 3px').and.include(rgb(standard.light.focus));
    await emulateMedia({ forcedColors: 'active' });
    expect(getComputedStyle(inner).outlineStyle).to.equal('solid');
    expect(getComputedStyle(inner).outlineWidth).to.equal('3px');
  });

  it('sets custom properties from a template', async () => {
    const element = await fixture<HTMLElement>(html`<div ${cssVars({ '--ratio': '0.4' })}></div>`);
    expect(element.style.getPropertyValue('--ratio')).to.equal('0.4');
  });
});
