import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { createI18n } from '../locales/index.ts';
import { button, passwordField, steps, stepsStyles, tag, textField, ui } from '../ui/index.ts';
import { adoptLightStyles, base } from './index.ts';

/** What a website may do to everything that is on it; each line was seen on a real one. */
const hostile = `
  html { font-size: 62.5%; letter-spacing: 3px; text-transform: uppercase; line-height: 1; word-spacing: 9px; text-align: center; color: red; cursor: crosshair; }
  * { margin: 20px; padding: 7px; letter-spacing: 3px; color: red !important; font: italic 9px/1 cursive; text-shadow: 0 0 2px red; box-sizing: content-box !important; }
  *::before, *::after { content: 'X' !important; float: right !important; }
  button { text-transform: uppercase; background: red !important; border-radius: 0 !important; position: absolute !important; }
  html body main form .button, #page button[type] { box-shadow: 0 0 9px red !important; width: 100% !important; }
  input, #page input.control { border: 9px dashed red !important; font-size: 8px !important; height: 9px !important; }
  label, legend, p, h2 { display: none !important; }
  ul, ol, li { list-style: square inside !important; text-indent: 2em; }
  svg { fill: red; width: 100% !important; height: auto; }
  a:hover, button:hover { transform: rotate(3deg) }
  .button, .field, .tag, .control, .step { opacity: .3 !important; animation: shake 1s infinite; }
`;

const i18n = createI18n();
const content = (): TemplateResult => html`
  <form>
    <h2>Sign in</h2>
    <p>See your cases. <a href="#x">Help</a></p>
    ${textField(i18n, { id: 'email', label: 'Email address', hint: 'Yours', error: 'Enter it', type: 'email' })}
    ${passwordField(i18n, { id: 'password', label: 'Password', autocomplete: 'current-password' })}
    ${button('Sign in', { kind: 'primary', type: 'submit' })} ${tag('New', 'brand')}
    ${steps([{ title: 'Sent', state: 'done', status: 'Done', body: 'It was sent.' }])}
  </form>
`;

class InShadow extends LitElement {
  static override styles = [...base, ...ui, stepsStyles];
  override render = content;
}
class InLight extends LitElement {
  override createRenderRoot = () => this;
  override render = content;
  override connectedCallback() {
    super.connectedCallback();
    adoptLightStyles(this, [...ui, stepsStyles]);
  }
}
class Unprotected extends LitElement {
  override createRenderRoot = () => this;
  override render = content;
}
customElements.define('in-shadow', InShadow);
customElements.define('in-light', InLight);
customElements.define('un-protected', Unprotected);

/** Everything that is computed for every element inside, its ::before and ::after too. */
function look(element: LitElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const [i, inner] of [...element.renderRoot.querySelectorAll('*')].entries()) {
    for (const pseudo of [undefined, '::before', '::after'] as const) {
      if (inner.closest('svg') && (pseudo || inner.localName !== 'svg')) continue; // shapes have a test of their own
      const style = getComputedStyle(inner, pseudo);
      if (pseudo && ['none', 'normal'].includes(style.content))
        found.set(`${i} ${inner.localName}${pseudo}`, 'none');
      else
        for (const name of style)
          found.set(`${i} ${inner.localName}${pseudo ?? ''} ${name}`, style.getPropertyValue(name));
    }
  }
  return found;
}

/** What a hostile stylesheet changes inside the element. */
async function changed(tag: 'in-shadow' | 'in-light' | 'un-protected'): Promise<string[]> {
  const element = document.createElement(tag) as LitElement;
  // Place and size belong to the host; here they stay the same, so that what is inside can be compared.
  element.style.cssText =
    'margin:0!important;padding:0!important;inline-size:400px!important;box-sizing:border-box!important;display:block!important';
  const page = await fixture<HTMLElement>(html`<main id="page">${element}</main>`);
  page.style.cssText = 'margin:0!important;padding:0!important;font:16px/1.5 sans-serif!important;';
  await element.updateComplete;
  const before = look(element);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(hostile);
  document.adoptedStyleSheets.unshift(sheet);
  try {
    const after = look(element);
    expect(after.size).to.be.greaterThan(5000);
    return [...after]
      .filter(([key, value]) => before.get(key) !== value)
      .map(([key, value]) => `${key}: ${before.get(key)} → ${value}`);
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}

describe('inside a hostile website', () => {
  it('nothing changes in a shadow root', async () => {
    expect(await changed('in-shadow')).to.deep.equal([]);
  });

  it('nothing changes in light DOM either', async () => {
    expect(await changed('in-light')).to.deep.equal([]);
  });

  it('a great deal changes where there is no protection', async () => {
    expect((await changed('un-protected')).length).to.be.greaterThan(500);
  });

  it('an icon keeps its colour and shape', async () => {
    const element = await fixture<InLight>(html`<in-light></in-light>`);
    const [svg, shape] = [element.querySelector('svg')!, element.querySelector('svg *')!];
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'svg, svg * { color: red !important; fill: red; stroke: red !important; opacity: 0; stroke-width: 9 }',
    );
    document.adoptedStyleSheets.unshift(sheet);
    const { stroke, fill, opacity, strokeWidth } = getComputedStyle(shape);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    expect({ stroke, fill, opacity, strokeWidth }).to.deep.equal({
      stroke: getComputedStyle(svg).color,
      fill: 'none',
      opacity: '1',
      strokeWidth: '1.75px',
    });
  });

  it('both look the same', async () => {
    const shadow = await fixture<InShadow>(html`<in-shadow></in-shadow>`);
    const light = await fixture<InLight>(html`<in-light></in-light>`);
    const [one, other] = [look(shadow), look(light)];
    const differing = [...one]
      .filter(([key, value]) => other.get(key) !== value)
      .map(([key, value]) => `${key}: ${value} ≠ ${other.get(key)}`);
    expect(differing).to.deep.equal([]);
  });

  it('the sheet of a tag is adopted once', async () => {
    const before = document.adoptedStyleSheets.length;
    await fixture(html`<div><in-light></in-light><in-light></in-light></div>`);
    expect(document.adoptedStyleSheets.length).to.equal(before);
  });
});
