import { expect, fixture, html } from '@open-wc/testing';
import * as stories from '../../../../stories/ui.stories.ts';
import { applyBrand, adoptLightStyles, cssVars } from './index.ts';
import { ui } from '../ui/index.ts';

/** The policy a firm may run: no inline style, no inline script, no string ever becomes markup but by Lit's own templates. */
const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.violatedDirective} ${event.sourceFile} ${event.sample}`),
);
const settled = () => new Promise((done) => setTimeout(done, 400));

describe('under a strict content security policy', () => {
  before(() => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = policy;
    document.head.append(meta);
  });

  it('the whole vocabulary shows without a violation', async () => {
    for (const [name, story] of Object.entries(stories)) {
      if (name === 'default') continue;
      const stage = await fixture<HTMLElement>((story as typeof stories.Form).render({}));
      applyBrand(stage.shadowRoot!, '#7a1f2b');
    }
    const plain = await fixture<HTMLElement>(html`<p ${cssVars({ '--ratio': '0.4' })}></p>`);
    adoptLightStyles(plain, ui);
    await settled();
    expect(violations).to.deep.equal([]);
    const stage = await fixture<HTMLElement>(stories.Buttons.render({}));
    const { backgroundColor } = getComputedStyle(stage.shadowRoot!.querySelector('.button--primary')!);
    expect(backgroundColor, 'and it is styled').to.equal('rgb(31, 75, 110)');
  });

  it('the same policy catches an inline style and a string as markup', async () => {
    const element = document.createElement('p');
    // oxlint-disable-next-line house/no-inline-style -- the control
    element.setAttribute('style', 'color:red');
    document.body.append(element);
    expect(() => (element.innerHTML = '<b>x</b>')).to.throw(TypeError);
    await settled();
    expect(violations.map((one) => one.split(' ')[0])).to.include.members([
      'style-src-attr',
      'require-trusted-types-for',
    ]);
  });
});
