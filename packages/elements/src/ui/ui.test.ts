import { sendKeys } from '@web/test-runner-commands';
import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { render } from 'lit';
import { staged } from '../../../../stories/ui-stage.ts';
import { createI18n } from '../locales/index.ts';
import { checkIcon } from './icons.ts';
import {
  after,
  avatar,
  badge,
  button,
  dialog,
  errorState,
  icon,
  link,
  list,
  liveRegion,
  row,
  skeleton,
  steps,
} from './index.ts';

const i18n = createI18n();
const at = (root: ParentNode, selector: string) => root.querySelector<HTMLElement>(selector)!;
const words = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();

describe('button', () => {
  it('while busy keeps the focus, says so, and neither acts nor submits', async () => {
    const did: string[] = [];
    const template = (
      busy?: string,
    ) => html`<form @submit=${(event: Event) => (event.preventDefault(), did.push('submit'))}>
      <input aria-label="Name" />${button('Send', { type: 'submit', busy, click: () => did.push('click') })}
    </form>`;
    const place = await fixture<HTMLElement>(html`<div></div>`);
    render(template(), place);
    at(place, 'button').focus();
    at(place, 'button').click();
    expect(did).to.deep.equal(['click', 'submit']);
    render(template('Sending…'), place);
    at(place, 'button').click();
    at(place, 'input').focus();
    await sendKeys({ press: 'Enter' });
    expect(did).to.deep.equal(['click', 'submit']);
    at(place, 'button').focus();
    expect([words(document.activeElement!), at(place, 'button').ariaDisabled]).to.deep.equal([
      'Sending…',
      'true',
    ]);
  });
});

describe('link and row', () => {
  it('have no address where it would be harmful', async () => {
    const place = await fixture(html`<div>
      ${link('x', { href: 'javascript:alert(1)' })} ${list([row({ title: 'y', href: 'javascript:alert(1)' })])}
    </div>`);
    for (const anchor of place.querySelectorAll('a')) expect(anchor.hasAttribute('href')).to.equal(false);
  });

  it('the whole row is one link, named by what it shows', async () => {
    const place = await fixture(
      html`<div>${list([row({ title: 'Case', text: 'Now: review', status: 'New', href: '#1' })])}</div>`,
    );
    const anchor = at(place, 'li > a');
    expect(words(anchor)).to.equal('Case Now: review New');
    expect(anchor.getBoundingClientRect().width).to.equal(at(place, 'li').getBoundingClientRect().width);
  });
});

describe('dialog', () => {
  const template = (open: boolean, close: () => void, dismissable = true) =>
    html`<button id="opener">Open</button>
      ${dialog(i18n, { open, title: 'Sure?', body: 'Really?', actions: button('Yes'), close, dismissable })}`;

  it('opens on its first action, closes with Escape, and gives the focus back', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    let closed = 0;
    render(
      template(false, () => closed++),
      place,
    );
    at(place, '#opener').focus();
    render(
      template(true, () => closed++),
      place,
    );
    await nextFrame();
    expect(at(place, 'dialog').matches(':modal')).to.equal(true);
    expect(words(document.activeElement!)).to.equal('Yes');
    await sendKeys({ press: 'Escape' });
    await nextFrame();
    expect(closed).to.equal(1);
    expect(document.activeElement).to.equal(at(place, '#opener'));
  });

  it('closes by its cross and by the host, once each', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    let closed = 0;
    const show = async (open: boolean) => (
      render(
        template(open, () => closed++),
        place,
      ),
      await nextFrame()
    );
    await show(true);
    at(place, '.dialog__close').click();
    await nextFrame();
    expect(closed).to.equal(1);
    await show(false);
    await show(true);
    await show(false);
    expect(closed).to.equal(2);
  });

  it('that must be answered has no cross and ignores Escape', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    render(
      template(true, () => {}, false),
      place,
    );
    await nextFrame();
    await sendKeys({ press: 'Escape' });
    expect(place.querySelector('dialog')!.open).to.equal(true);
    expect(at(place, '.dialog__close')).to.equal(null);
  });
});

describe('waiting', () => {
  it('shows a value after its time, and the newest one', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const show = (value: string) => render(html`<p ${after(30, value)}></p>`, place);
    show('old');
    show('new');
    expect(words(place)).to.equal('');
    await aTimeout(60);
    expect(words(place)).to.equal('new');
    show('newer');
    expect(words(place)).to.equal('newer');
  });

  it('shows nothing late when it is no longer there', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const show = (waiting: boolean) =>
      render(html`${waiting ? html`<p ${after(30, 'late')}></p>` : 'ready'}`, place);
    show(true);
    show(false);
    await aTimeout(60);
    expect(words(place)).to.equal('ready');
  });

  it('a skeleton takes its room at once and says nothing yet', async () => {
    const stage = await fixture(staged(() => skeleton(i18n, { count: 3 })).render({}));
    const place = at(stage.shadowRoot!, '.skeleton');
    const height = place.offsetHeight;
    expect(height).to.be.greaterThan(150);
    expect(words(place)).to.equal('');
    await aTimeout(400);
    expect(words(at(place, '[role=status]'))).to.equal('Loading…');
    expect(place.offsetHeight).to.equal(height);
  });
});

describe('small parts', () => {
  it('a badge is read with its meaning', async () => {
    const place = await fixture(html`<div>${badge(i18n, 120)} ${badge(i18n, 0)}</div>`);
    expect(place.querySelectorAll('.badge')).to.have.length(1);
    expect(words(at(place, '[aria-hidden]'))).to.equal('99+');
    expect(words(at(place, '.visually-hidden'))).to.equal('120 new');
  });

  it('an error names the firm’s telephone, and can be tried again', async () => {
    let tries = 0;
    const firm = { name: 'Harborview Law', phone: '(555) 010-0100' };
    const place = await fixture(
      html`<div>${errorState(i18n, { error: { code: 'network' }, firm, retry: () => tries++ })}</div>`,
    );
    expect(words(place)).to.include('Call Harborview Law at (555) 010-0100.');
    expect(place.querySelector('a')!.href).to.equal('tel:5550100100');
    at(place, 'button').click();
    expect(tries).to.equal(1);
  });

  it('an icon is silent, an avatar too', async () => {
    const place = await fixture(html`<div>${icon(checkIcon)} ${avatar({ name: 'Jane Smith' })}</div>`);
    for (const child of place.children) expect(child.getAttribute('aria-hidden')).to.equal('true');
    expect(place.querySelector<SVGPathElement>('svg path')!.getTotalLength()).to.be.greaterThan(10);
  });

  it('an avatar shows a photo only from a harmless address', async () => {
    const place = await fixture(
      html`<div>${avatar({ name: 'Ann B', photoUrl: 'javascript:alert(1)' })}</div>`,
    );
    expect(words(place)).to.equal('AB');
  });

  it('the current step is marked and open, the others are a disclosure', async () => {
    const states = ['done', 'current', 'upcoming'] as const;
    const place = await fixture(
      html`<div>${steps(states.map((state) => ({ title: state, state, status: state, body: 'What it means' })))}</div>`,
    );
    const [done, current, upcoming] = [...place.querySelectorAll('li')];
    expect(current!.getAttribute('aria-current')).to.equal('step');
    expect([done, current, upcoming].map((step) => !!step!.querySelector('details'))).to.deep.equal([
      true,
      false,
      true,
    ]);
  });

  it('a live region is there before its words', async () => {
    const place = await fixture(html`<div>${liveRegion()}</div>`);
    expect(at(place, '[role=status]').textContent).to.equal('');
  });
});
